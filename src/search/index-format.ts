/**
 * The index files: in Pagefind's format, except that one file contains the same range of words for all bundles.
 *
 * `<digest>-<n>.pf_index`, gzip: Pagefind's mark; the byte length of each bundle's part, as 32 bits little-endian; the parts. A
 * part is a chunk of Pagefind's: its mark, and `[[word entries]]` in CBOR.
 *
 * The browser has its own CBOR encoder, as a library would be larger than the rest of the engine.
 */

/** The first bytes of Pagefind's files, decompressed. */
export const PAGEFIND_MARK = 'pagefind_dcd';
/** Undetermined: Pagefind neither segments nor stems. */
export const LANGUAGE = 'und';
/** Pagefind's WebAssembly for content without a language. */
export const ENGINE = 'wasm.unknown.pagefind';
const LENGTH_BYTES = 4;
const encoder = new TextEncoder();

export type Bytes = Uint8Array<ArrayBuffer>;

/** A chunk of Pagefind's. @param entries In CBOR. */
export function toChunk(entries: readonly Uint8Array[]): Bytes {
  return marked(cborArray([cborArray(entries)]));
}

/** Prefixed with Pagefind's mark, so that it isn't decompressed. */
export function marked(content: Uint8Array): Bytes {
  return concat([encoder.encode(PAGEFIND_MARK), content]);
}

/** Whether a file is decompressed already; some hosts do that. */
export function isMarked(file: Uint8Array): boolean {
  return encoder.encode(PAGEFIND_MARK).every((byte, index) => file[index] === byte);
}

/** A CBOR array. @param items In CBOR. */
export function cborArray(items: readonly Uint8Array[]): Bytes {
  return concat([cborHead(4, items.length), ...items]);
}

/** A CBOR text. */
export function cborText(text: string): Bytes {
  const content = encoder.encode(text);
  return concat([cborHead(3, content.length), content]);
}

/** A file of all bundles' parts, uncompressed. */
export function joinParts(parts: readonly Uint8Array[]): Bytes {
  const lengths = new DataView(new ArrayBuffer(parts.length * LENGTH_BYTES));
  for (const [index, { length }] of parts.entries()) lengths.setUint32(index * LENGTH_BYTES, length, true);
  return marked(concat([new Uint8Array(lengths.buffer), ...parts]));
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

/** Major type and length, in the shortest form. */
function cborHead(type: number, length: number): Bytes {
  const major = type << 5;
  if (length < 24) return Uint8Array.of(major + length);
  if (length < 0x1_00) return Uint8Array.of(major + 24, length);
  if (length < 0x1_00_00) return Uint8Array.of(major + 25, length >> 8, length & 0xff);
  return Uint8Array.of(major + 26, length >>> 24, (length >> 16) & 0xff, (length >> 8) & 0xff, length & 0xff);
}

function concat(pieces: readonly Uint8Array[]): Bytes {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let end = 0;
  for (const piece of pieces) {
    whole.set(piece, end);
    end += piece.length;
  }
  return whole;
}
