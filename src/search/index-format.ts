/**
 * How the index is written and read: as Pagefind reads it, but a file holds the same run of words of all bundles.
 *
 * `<digest>-<n>.pf_index`, gzip: Pagefind's mark; the bytes of each bundle's part, 32 bits each, little-endian; these parts. A
 * part is what Pagefind calls a chunk: its mark, and `[[word entries]]` in CBOR.
 */

/** What Pagefind's files begin with when they are unpacked. */
export const PAGEFIND_MARK = 'pagefind_dcd';
/** No language: Pagefind then neither segments nor stems. */
export const LANGUAGE = 'und';
/** Pagefind's engine for content without a language, beside its client. */
export const ENGINE = 'wasm.unknown.pagefind';
const BYTES_OF_LENGTH = 4;
const encoder = new TextEncoder();

export type Bytes = Uint8Array<ArrayBuffer>;

/** A chunk of Pagefind's, of entries that are CBOR. */
export function toChunk(entries: readonly Uint8Array[]): Bytes {
  return marked(cborArray([cborArray(entries)]));
}

/** What Pagefind takes for a file of its own, unpacked. */
export function marked(content: Uint8Array): Bytes {
  return join([encoder.encode(PAGEFIND_MARK), content]);
}

/** Whether a file is unpacked: some hosts do that on the way. */
export function isMarked(file: Uint8Array): boolean {
  return encoder.encode(PAGEFIND_MARK).every((byte, index) => file[index] === byte);
}

/** An array in CBOR, of items that are CBOR. */
export function cborArray(items: readonly Uint8Array[]): Bytes {
  return join([cborHead(4, items.length), ...items]);
}

/** A text in CBOR. */
export function cborText(text: string): Bytes {
  const content = encoder.encode(text);
  return join([cborHead(3, content.length), content]);
}

/** A file of the parts of all bundles, not compressed. */
export function joinParts(parts: readonly Uint8Array[]): Bytes {
  const lengths = new DataView(new ArrayBuffer(parts.length * BYTES_OF_LENGTH));
  for (const [index, { length }] of parts.entries()) lengths.setUint32(index * BYTES_OF_LENGTH, length, true);
  return marked(join([new Uint8Array(lengths.buffer), ...parts]));
}

/** The parts of so many bundles. Throws where it is no such file. */
export function splitParts(file: Bytes, bundles: number): Bytes[] {
  if (!isMarked(file)) throw new Error(`not a file of words: ${file.length} bytes`);
  const lengths = new DataView(
    file.buffer,
    file.byteOffset + PAGEFIND_MARK.length,
    bundles * BYTES_OF_LENGTH,
  );
  let end = PAGEFIND_MARK.length + lengths.byteLength;
  const parts = Array.from({ length: bundles }, (_, index) => {
    const start = end;
    end += lengths.getUint32(index * BYTES_OF_LENGTH, true);
    return file.subarray(start, end);
  });
  if (end !== file.length) throw new Error(`a file of words has ${file.length} bytes, not ${end}`);
  return parts;
}

/** A major type and a length, in as few bytes as hold it. */
function cborHead(type: number, length: number): Bytes {
  const major = type << 5;
  if (length < 24) return Uint8Array.of(major + length);
  if (length < 0x1_00) return Uint8Array.of(major + 24, length);
  if (length < 0x1_00_00) return Uint8Array.of(major + 25, length >> 8, length & 0xff);
  return Uint8Array.of(major + 26, length >>> 24, (length >> 16) & 0xff, (length >> 8) & 0xff, length & 0xff);
}

function join(pieces: readonly Uint8Array[]): Bytes {
  const joined = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let end = 0;
  for (const piece of pieces) {
    joined.set(piece, end);
    end += piece.length;
  }
  return joined;
}
