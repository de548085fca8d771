/** Characters that are encoded at once. */
const AT_ONCE = 1_000_000;

/** The bytes of texts one after another, in UTF-8. The whole may be longer than one string can be. */
export function joinBytes(texts: Iterable<string>): Uint8Array<ArrayBuffer> {
  const parts = Array.from(joinTexts(texts), (text) => new TextEncoder().encode(text));
  const bytes = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

function* joinTexts(texts: Iterable<string>): Generator<string> {
  let joined = '';
  for (const text of texts) {
    joined += text;
    if (joined.length < AT_ONCE) continue;
    yield joined;
    joined = '';
  }
  yield joined;
}
