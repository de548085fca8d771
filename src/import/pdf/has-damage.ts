import { inflateRawSync, inflateSync } from 'node:zlib';

/** Bytes of one stream, unpacked; a longer one is not looked at. */
const LARGEST = 16 * 1024 * 1024;
/** A dictionary whose stream is packed with Flate first. Pictures are not read. */
const PACKED = /\/Filter\s*\[?\s*\/(?:FlateDecode|Fl)\b/;
const PICTURE = /\/Subtype\s*\/Image\b/;
/** Length of a dictionary, in bytes. */
const DICTIONARY = 2_000;

/**
 * Whether a packed stream of a PDF is not what was packed, by its checksum. The library unpacks what it can and says nothing. Streams
 * of an encrypted file can't be checked.
 */
export function hasDamage(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.includes('/Encrypt')) return false;
  let end = 0;
  for (;;) {
    const at = file.indexOf('stream', end);
    const start = at + 6 + (file[at + 6] === 13 ? 1 : 0) + 1;
    end = file.indexOf('endstream', start);
    if (at < 0 || end < 0) return false;
    const before = file.toString('latin1', Math.max(0, at - DICTIONARY), at);
    const dictionary = before.slice(before.lastIndexOf(' obj'));
    if (PACKED.test(dictionary) && !PICTURE.test(dictionary) && !isIntact(file.subarray(start, end)))
      return true;
    end += 'endstream'.length;
  }
}

function isIntact(data: Buffer): boolean {
  try {
    inflateSync(data, { maxOutputLength: LARGEST });
    return true;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    return code === 'ERR_BUFFER_TOO_LARGE' || (code === 'Z_BUF_ERROR' && isWithoutChecksum(data));
  }
}

/** Some programs leave the checksum out. */
function isWithoutChecksum(data: Buffer): boolean {
  try {
    inflateRawSync(data.subarray(2), { maxOutputLength: LARGEST });
    return true;
  } catch {
    return false;
  }
}
