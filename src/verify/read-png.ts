import { crc32, inflateSync } from 'node:zlib';

/** A picture, as far as the check reads it. */
export interface Png {
  width: number;
  height: number;
  /** The text of its chunk `Description`. */
  description: string;
  /** Rows whose bytes are not all the same. */
  drawnRows: number;
}

const SIGNATURE = '89504e470d0a1a0a';
/** Keyword, not compressed, language, no translated keyword. */
const DESCRIPTION = /^Description\0\0\0[\w-]*\0\0([^]*)$/;

/** Reads a PNG with one pixel or more a byte, and rows without filters. Throws where it is cut off or damaged. */
export function readPng(bytes: Buffer): Png {
  if (bytes.toString('hex', 0, 8) !== SIGNATURE) throw new Error('不是 PNG 图片');
  const chunks = [...chunksOf(bytes)];
  const dataOf = (type: string) =>
    Buffer.concat(chunks.filter((chunk) => chunk.type === type).map(({ data }) => data));
  const header = dataOf('IHDR');
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const pixels = inflateSync(dataOf('IDAT'));
  const stride = 1 + Math.ceil((width * header.readUInt8(8)) / 8);
  if (pixels.length !== stride * height)
    throw new Error(`像素应有 ${stride * height} 字节，却有 ${pixels.length}`);
  const rows = Array.from({ length: height }, (_, y) => pixels.subarray(y * stride + 1, (y + 1) * stride));
  return {
    width,
    height,
    description: DESCRIPTION.exec(dataOf('iTXt').toString())?.[1] ?? '',
    drawnRows: rows.filter((row) => !row.subarray(1).equals(row.subarray(0, -1))).length,
  };
}

/** Its parts in turn, up to the one that ends it. */
function* chunksOf(bytes: Buffer): Generator<{ type: string; data: Buffer }> {
  for (let start = 8; ;) {
    const end = start + 8 + bytes.readUInt32BE(start);
    const type = bytes.toString('latin1', start + 4, start + 8);
    if (bytes.readUInt32BE(end) !== crc32(bytes.subarray(start + 4, end))) throw new Error(`${type} 段损坏`);
    yield { type, data: bytes.subarray(start + 8, end) };
    if (type === 'IEND') return;
    start = end + 4;
  }
}
