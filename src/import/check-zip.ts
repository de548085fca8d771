import { Inflate } from 'fflate';
import { PlainBytes, type Bytes } from './bytes.ts';
import { BROKEN } from './broken-file.ts';
import { ImportError } from './import-error.ts';

/** A workbook's or document's parts, unpacked. Real ones hold a hundredth of this. */
const LARGEST_PART = 16 * 1024 * 1024;
const LARGEST_TOTAL = 96 * 1024 * 1024;
const MOST_PARTS = 5_000;
/** Packed bytes that are unpacked at a time; they become at most a thousand times as many. */
const STEP = 8 * 1024;
/** Bytes of a part that is no XML: it is only named. */
const BEGINNING = 100;

/**
 * The parts of a .xlsx, .docx or other archive, by name: XML as text, others as their first bytes.
 *
 * Each part is unpacked under a limit before any library sees the file, because a header can lie about sizes: a zip bomb ends
 * here. Throws an {@link ImportError}.
 */
export function checkZip(bytes: Uint8Array): Map<string, string> {
  const buffer = new PlainBytes(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(buffer);
  if (end < 0 || end + 22 > buffer.length) throw broken();
  const count = buffer.readUInt16LE(end + 10);
  let at = buffer.readUInt32LE(end + 16);
  // Programs read either count.
  if (buffer.readUInt16LE(end + 8) !== count) throw broken();
  if (count === 0xffff || at === 0xffffffff || count > MOST_PARTS) throw tooLarge();

  const texts = new Map<string, string>();
  let total = 0;
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > buffer.length || buffer.readUInt32LE(at) !== 0x02014b50) throw broken();
    const method = buffer.readUInt16LE(at + 10);
    const packed = buffer.readUInt32LE(at + 20);
    const size = buffer.readUInt32LE(at + 24);
    const nameLength = buffer.readUInt16LE(at + 28);
    const local = buffer.readUInt32LE(at + 42);
    const name = toText(buffer.subarray(at + 46, at + 46 + nameLength));
    at += 46 + nameLength + buffer.readUInt16LE(at + 30) + buffer.readUInt16LE(at + 32);
    const part = unpack(buffer, local, packed, method);
    if (part.length !== size) throw broken();
    total += part.length;
    if (total > LARGEST_TOTAL) throw tooLarge();
    const isText = /\.(?:xml|rels)$/.test(name);
    texts.set(name, toText(isText ? part : part.subarray(0, BEGINNING)));
  }
  return texts;
}

/** Where the list of parts is described, by its mark. -1: nowhere. */
function findEnd(buffer: Bytes): number {
  let at = buffer.length;
  do at = buffer.lastIndexOf(0x50, at - 1);
  while (at > 0 && !(buffer[at + 1] === 0x4b && buffer[at + 2] === 0x05 && buffer[at + 3] === 0x06));
  return at;
}

function toText(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

function unpack(buffer: Bytes, local: number, packed: number, method: number): Uint8Array {
  if (local + 30 > buffer.length || buffer.readUInt32LE(local) !== 0x04034b50) throw broken();
  // Programs read the method in either place.
  if (buffer.readUInt16LE(local + 8) !== method) throw broken();
  const start = local + 30 + buffer.readUInt16LE(local + 26) + buffer.readUInt16LE(local + 28);
  const data = buffer.subarray(start, start + packed);
  if (method === 0) return data;
  if (method !== 8) throw broken();
  const pieces: Uint8Array[] = [];
  let size = 0;
  const inflate = new Inflate((piece) => {
    size += piece.length;
    if (size > LARGEST_PART) throw tooLarge();
    pieces.push(piece);
  });
  try {
    for (let at = 0; at === 0 || at < data.length; at += STEP)
      inflate.push(data.subarray(at, at + STEP), at + STEP >= data.length);
  } catch (error) {
    throw error instanceof ImportError ? error : broken();
  }
  return PlainBytes.concat(pieces);
}

function broken(): ImportError {
  return new ImportError(BROKEN);
}

function tooLarge(): ImportError {
  return new ImportError('文件解开后太大，不像一份绩效目标表；请把要公开的表另存为一个新文件');
}
