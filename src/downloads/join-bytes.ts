/** The bytes of texts one after another, in UTF-8. The whole may be longer than one string can be. */
export function joinBytes(texts: Iterable<string>): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder();
  const parts = Array.from(texts, (text) => encoder.encode(text));
  const bytes = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
