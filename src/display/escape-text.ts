/** A text as the content of an HTML or XML element. Not for attributes: quotes stay. */
export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
