import { PlainBytes, type Bytes } from '../bytes.ts';
import { BROKEN } from '../broken-file.ts';
import type { Container } from '../open-container.ts';
import { ImportError } from '../import-error.ts';
import { readProperties, type PropertyRun } from './read-properties.ts';

/** A stretch of text as it is stored ([MS-DOC] 2.8.35). */
interface Piece {
  text: string;
  /** Offset of its first character in the file. */
  start: number;
  /** Bytes of a character. */
  width: 1 | 2;
}

/** A document of Word 97 and later, opened. */
export interface OldDocument {
  /** The main text in pieces. */
  pieces: Piece[];
  paragraphs: PropertyRun[];
  characters: PropertyRun[];
  /** The streams `1Table` or `0Table`, and `Data`. */
  table: Bytes;
  data: Bytes;
  /** A range of the table stream whose offset and size are at a place of the document's head. */
  tablePart: (place: number) => Bytes;
}

/** Places in the head of the document ([MS-DOC] 2.5.6). */
export const HEAD = { stylesheet: 0xa2, characters: 0xfa, paragraphs: 0x102, pieces: 0x1a2 } as const;
const TEXT_LENGTH = 0x4c;
/** The head's flags: which of the two streams holds the tables. */
const FLAGS = 0x0a;
const SECOND_TABLE = 0x0200;
const MAGIC = 0xa5ec;
/** Version of Word 97; older documents are built otherwise. */
const WORD_97 = 0xc1;
/** Characters; a real document has a hundredth. */
const LONGEST = 10_000_000;

/** Throws an {@link ImportError} where the document is broken or too old. */
export function openDocument(container: Container): OldDocument {
  const file = container.stream('WordDocument') ?? new PlainBytes(0);
  if (file.length < 0x200 || file.readUInt16LE(0) !== MAGIC) throw broken();
  if (file.readUInt16LE(2) < WORD_97)
    throw new ImportError('这是 Word 95 或更早的文件，读不出；请用办公软件另存为 .docx');
  const isSecond = (file.readUInt16LE(FLAGS) & SECOND_TABLE) !== 0;
  const table = container.stream(isSecond ? '1Table' : '0Table') ?? new PlainBytes(0);
  const tablePart = (place: number) => {
    const [start, size] = [file.readUInt32LE(place), file.readUInt32LE(place + 4)];
    return table.subarray(start, start + size);
  };
  return {
    pieces: readPieces(file, tablePart(HEAD.pieces)),
    paragraphs: readProperties(file, tablePart(HEAD.paragraphs), 'paragraph'),
    characters: readProperties(file, tablePart(HEAD.characters), 'character'),
    table,
    data: container.stream('Data') ?? new PlainBytes(0),
    tablePart,
  };
}

function readPieces(file: Bytes, list: Bytes): Piece[] {
  let at = 0;
  // Property changes go before the table of pieces.
  while (at + 3 <= list.length && list.readUInt8(at) === 1) at += 3 + list.readUInt16LE(at + 1);
  if (at + 5 > list.length || list.readUInt8(at) !== 2) throw broken();
  const plan = list.subarray(at + 5, at + 5 + list.readUInt32LE(at + 1));
  const count = Math.max(0, Math.floor((plan.length - 4) / 12));
  const end = file.readUInt32LE(TEXT_LENGTH);
  if (end > LONGEST) throw broken();
  const pieces: Piece[] = [];
  for (let index = 0; index < count; index += 1) {
    const first = plan.readUInt32LE(4 * index);
    const length = Math.min(plan.readUInt32LE(4 * index + 4), end) - first;
    if (length <= 0) continue;
    const place = plan.readUInt32LE(4 * (count + 1) + 8 * index + 2);
    const isNarrow = (place & 0x40000000) !== 0;
    const start = isNarrow ? (place & 0x3fffffff) / 2 : place;
    const width = isNarrow ? 1 : 2;
    const bytes = file.subarray(start, start + length * width);
    if (bytes.length < length * width) throw broken();
    pieces.push({
      text: new TextDecoder(isNarrow ? 'windows-1252' : 'utf-16le').decode(bytes),
      start,
      width,
    });
  }
  return pieces;
}

function broken(): ImportError {
  return new ImportError(BROKEN);
}
