/**
 * The index files: in Pagefind's format, except that one file contains the same range of words for all bundles.
 *
 * `<digest>-<n>.pf_index`, gzip: Pagefind's mark; the byte length of each bundle's part, as 32 bits little-endian; the parts. A
 * part is a file of Pagefind's: its mark, and CBOR.
 *
 * The browser has its own CBOR encoder, as a library would be larger than the rest of the engine.
 */

/** The first bytes of Pagefind's files, decompressed. */
const PAGEFIND_MARK = 'pagefind_dcd';
/** Undetermined: Pagefind neither segments nor stems. */
export const LANGUAGE = 'und';
/** Pagefind's WebAssembly for content without a language. */
export const ENGINE = 'wasm.unknown.pagefind';
/** The longest head. */
const HEAD_BYTES = 5;
/** By its bytes: what tells that a value follows its type. */
const LENGTH_CODES = { 1: 24, 2: 25, 4: 26 } as const;
const LENGTH_BYTES = 4;
const encoder = new TextEncoder();

export type Bytes = Uint8Array<ArrayBuffer>;

/** Whether a file is decompressed already; some hosts do that. */
export function isMarked(file: Uint8Array): boolean {
  return encoder.encode(PAGEFIND_MARK).every((byte, index) => file[index] === byte);
}

/** A file of all bundles' parts, uncompressed. */
export function joinParts(parts: readonly Uint8Array[]): Bytes {
  const lengths = new DataView(new ArrayBuffer(parts.length * LENGTH_BYTES));
  for (const [index, { length }] of parts.entries()) lengths.setUint32(index * LENGTH_BYTES, length, true);
  const file = CborWriter.file().append(new Uint8Array(lengths.buffer));
  for (const part of parts) file.append(part);
  return file.bytes();
}

/** The parts of a file, one per bundle. Throws if it is no such file. */
export function splitParts(file: Bytes, bundles: number): Bytes[] {
  if (!isMarked(file)) throw new Error(`not an index file: ${file.length} bytes`);
  const lengths = new DataView(file.buffer, file.byteOffset + PAGEFIND_MARK.length, bundles * LENGTH_BYTES);
  let end = PAGEFIND_MARK.length + lengths.byteLength;
  const parts = Array.from({ length: bundles }, (_, index) => {
    const start = end;
    end += lengths.getUint32(index * LENGTH_BYTES, true);
    return file.subarray(start, end);
  });
  if (end !== file.length) throw new Error(`an index file has ${file.length} bytes, not ${end}`);
  return parts;
}

/** Writes one item of CBOR after the other, each in its shortest form. */
export class CborWriter {
  private buffer: Bytes = new Uint8Array(16);
  /** Bytes written. */
  length = 0;

  /** A file of Pagefind's: its mark, so that its client doesn't decompress it; then what is written next. */
  static file(): CborWriter {
    return new CborWriter().append(encoder.encode(PAGEFIND_MARK));
  }

  /** An integer of at most 32 bits. */
  number(value: number): this {
    return value < 0 ? this.head(1, -1 - value) : this.head(0, value);
  }

  text(text: string): this {
    const content = encoder.encode(text);
    return this.head(3, content.length).append(content);
  }

  /** The start of an array; its items are written next. */
  array(length: number): this {
    return this.head(4, length);
  }

  /** What was written elsewhere. */
  append(bytes: Uint8Array): this {
    this.reserve(bytes.length);
    this.buffer.set(bytes, this.length);
    this.length += bytes.length;
    return this;
  }

  bytes(): Bytes {
    return this.buffer.subarray(0, this.length);
  }

  /** A type; and its value in the type's byte, or in 1, 2 or 4 bytes after it. */
  private head(type: number, value: number): this {
    this.reserve(HEAD_BYTES);
    const size = value < 24 ? 0 : value < 0x1_00 ? 1 : value < 0x1_00_00 ? 2 : 4;
    this.buffer[this.length] = (type << 5) | (size === 0 ? value : LENGTH_CODES[size]);
    for (let byte = 1; byte <= size; byte += 1)
      this.buffer[this.length + byte] = value >>> (8 * (size - byte));
    this.length += 1 + size;
    return this;
  }

  private reserve(bytes: number): void {
    const needed = this.length + bytes;
    if (needed <= this.buffer.length) return;
    const larger = new Uint8Array(Math.max(needed, 2 * this.buffer.length));
    larger.set(this.bytes());
    this.buffer = larger;
  }
}
