import { ImportError } from './import-error.ts';

/** The text of bytes in UTF-8, UTF-16 (with or without byte order mark) or GB18030, and the encoding's name. Throws an {@link ImportError}. */
export function decodeText(bytes: Uint8Array): { text: string; encoding: string } {
  for (const encoding of [...markedEncoding(bytes), 'utf-8', 'gb18030']) {
    try {
      return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding };
    } catch {
      continue;
    }
  }
  throw new ImportError('不是文字文件，或用了读不出的编码；请另存为 UTF-8');
}

/** UTF-16, where a mark says so or every second byte of the beginning is zero, as in ASCII text. */
function markedEncoding(bytes: Uint8Array): string[] {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return ['utf-16le'];
  if (first === 0xfe && second === 0xff) return ['utf-16be'];
  const head = bytes.subarray(0, 512);
  const zeros = (from: number) => head.filter((byte, index) => index % 2 === from && byte === 0).length;
  if (zeros(1) > 3 && zeros(0) === 0) return ['utf-16le'];
  return zeros(0) > 3 && zeros(1) === 0 ? ['utf-16be'] : [];
}
