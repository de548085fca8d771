/**
 * Bytes with what the readers of old formats ask of them, under the names that Node's Buffer gives it. Numbers are little-endian.
 * Each `read…` throws a RangeError beyond the end.
 */
export interface Bytes extends Uint8Array {
  readUInt8: (at: number) => number;
  readUInt16LE: (at: number) => number;
  readInt16LE: (at: number) => number;
  readUInt32LE: (at: number) => number;
  /** @param size Number of bytes, up to 6. */
  readUIntLE: (at: number, size: number) => number;
  subarray: (start?: number, end?: number) => Bytes;
  /** The text of bytes, none of them replaced, each or each two a UTF-16 unit. */
  toString: (encoding?: 'latin1' | 'utf16le', start?: number, end?: number) => string;
}

/** The same without Node: a browser has no Buffer. */
export class PlainBytes extends Uint8Array<ArrayBufferLike> implements Bytes {
  /** @param source How many zeros; or the bytes; or what they are a part of, from a byte on. */
  constructor(source: number | ArrayLike<number> | ArrayBufferLike, start?: number, length?: number) {
    super(source as ArrayBufferLike, start, length);
  }

  static concat(pieces: readonly Uint8Array[]): PlainBytes {
    const all = new PlainBytes(pieces.reduce((length, piece) => length + piece.length, 0));
    let at = 0;
    for (const piece of pieces) {
      all.set(piece, at);
      at += piece.length;
    }
    return all;
  }

  readUInt8(at: number): number {
    return viewOf(this).getUint8(at);
  }

  readUInt16LE(at: number): number {
    return viewOf(this).getUint16(at, true);
  }

  readInt16LE(at: number): number {
    return viewOf(this).getInt16(at, true);
  }

  readUInt32LE(at: number): number {
    return viewOf(this).getUint32(at, true);
  }

  readUIntLE(at: number, size: number): number {
    let number = 0;
    for (let index = size - 1; index >= 0; index -= 1) number = number * 256 + this.readUInt8(at + index);
    return number;
  }

  override subarray(start?: number, end?: number): PlainBytes {
    const { buffer, byteOffset, byteLength } = super.subarray(start, end);
    return new PlainBytes(buffer, byteOffset, byteLength);
  }

  override toString(encoding: 'latin1' | 'utf16le' = 'latin1', start = 0, end = this.length): string {
    const bytes = this.subarray(start, end);
    const width = encoding === 'latin1' ? 1 : 2;
    let text = '';
    for (let at = 0; at + width <= bytes.length; at += width)
      text += String.fromCharCode(bytes.readUIntLE(at, width));
    return text;
  }
}

function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, byteLength);
}
