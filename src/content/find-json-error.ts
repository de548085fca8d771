/** Offset of the first character that keeps a text from being JSON; null where it is JSON. */
export function findJsonError(text: string): number | null {
  const message = messageOf(text);
  if (message === '') return null;
  const offset = /at position (\d+)/.exec(message)?.[1];
  if (offset !== undefined) return Number(offset);
  if (!isUnexpected(text)) return text.length;
  // V8 names an unexpected character without its offset: the shortest text with this error ends there.
  let good = 0;
  let bad = text.length;
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (isUnexpected(text.slice(0, middle))) bad = middle;
    else good = middle;
  }
  return bad - 1;
}

function isUnexpected(text: string): boolean {
  return messageOf(text).startsWith('Unexpected token');
}

/** Empty: the text is JSON. */
function messageOf(text: string): string {
  try {
    JSON.parse(text);
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
