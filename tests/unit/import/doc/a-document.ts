/** A document of Word 97 in its container, built by hand. */
import type { Container } from '../../../../src/import/open-container.ts';

/** A stretch of text, and whether it is stored in a byte a character. */
interface WrittenPiece {
  text: string;
  isNarrow?: boolean;
}

/** Properties of a paragraph or of characters: how many characters they are for, and their bytes. */
export type WrittenRun = [length: number, ...bytes: number[]];

export interface WrittenDocument {
  pieces: readonly WrittenPiece[];
  paragraphs?: readonly WrittenRun[];
  characters?: readonly WrittenRun[];
  /** Changes what was written. */
  change?: (file: Buffer, table: Buffer) => void;
  /** The stream that holds the tables. */
  isSecond?: boolean;
  /** Bytes before the list of pieces. */
  before?: readonly number[];
  stylesheet?: Buffer;
}

/** Where the text begins. Its pages of properties are before it. */
const TEXT = 0x800;

/** Text in bytes a character is of one piece; texts of both widths have runs in bytes, not in characters. */
export function aDocument(written: WrittenDocument): Container {
  const { pieces, paragraphs = [], characters = [], isSecond = false, before = [], stylesheet } = written;
  const texts = pieces.map(({ text, isNarrow }) => Buffer.from(text, isNarrow ? 'latin1' : 'utf16le'));
  const width = pieces[0]?.isNarrow ? 1 : 2;
  const file = Buffer.concat([Buffer.alloc(TEXT), ...texts]);
  file.writeUInt16LE(0xa5ec, 0);
  file.writeUInt16LE(0xc1, 2);
  file.writeUInt16LE(isSecond ? 0x0200 : 0, 0x0a);
  file.writeUInt32LE(
    pieces.reduce((sum, { text }) => sum + text.length, 0),
    0x4c,
  );
  file.set(pageOf(characters, 1, width), 0x200);
  file.set(pageOf(paragraphs, 13, width), 0x400);
  const parts: [place: number, part: Buffer][] = [
    [0xfa, Buffer.from(Uint32Array.of(TEXT, file.length, 1).buffer)],
    [0x102, Buffer.from(Uint32Array.of(TEXT, file.length, 2).buffer)],
    [0x1a2, Buffer.concat([Buffer.from(before), planOf(pieces, texts)])],
    [0xa2, stylesheet ?? Buffer.alloc(0)],
  ];
  // Something else is before and behind the parts.
  const table = Buffer.concat([Buffer.alloc(7, 9), ...parts.map(([, part]) => part), Buffer.alloc(7, 9)]);
  let at = 7;
  for (const [place, part] of parts) {
    file.writeUInt32LE(at, place);
    file.writeUInt32LE(part.length, place + 4);
    at += part.length;
  }
  written.change?.(file, table);
  const streams: Record<string, Buffer> = { WordDocument: file, [isSecond ? '1Table' : '0Table']: table };
  return { stream: (name) => streams[name], hasMacros: false };
}

/** A page of properties of text that follows from its beginning. */
function pageOf(runs: readonly WrittenRun[], size: 1 | 13, width: 1 | 2): Buffer {
  const page = Buffer.alloc(512);
  page.writeUInt8(runs.length, 511);
  let start = TEXT;
  let end = 510;
  page.writeUInt32LE(start, 0);
  for (const [index, [length, ...bytes]] of runs.entries()) {
    start += length * width;
    page.writeUInt32LE(start, 4 * (index + 1));
    // A paragraph's list begins with its style, and its length is in words.
    const list = size === 1 ? [bytes.length, ...bytes] : [0, (bytes.length + 3) >> 1, 0, 0, ...bytes];
    end -= list.length + (list.length % 2);
    page.set(list, end);
    page.writeUInt8(end / 2, 4 * (runs.length + 1) + size * index);
  }
  return page;
}

/** The list of pieces: where each begins in the text, and in the file. */
function planOf(pieces: readonly WrittenPiece[], texts: readonly Buffer[]): Buffer {
  const head = [0];
  for (const { text } of pieces) head.push((head.at(-1) ?? 0) + text.length);
  let place = TEXT;
  const rest = pieces.map(({ isNarrow }, index) => {
    const entry = Buffer.alloc(8);
    entry.writeUInt32LE(isNarrow ? 0x40000000 + 2 * place : place, 2);
    place += texts[index]?.length ?? 0;
    return entry;
  });
  const plan = Buffer.concat([Buffer.from(Uint32Array.from(head).buffer), ...rest]);
  return Buffer.concat([Buffer.from([2]), Buffer.from(Uint32Array.of(plan.length).buffer), plan]);
}
