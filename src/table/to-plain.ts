/** A text without spaces, line breaks and full-width forms: what it says, however it is set. */
export function toPlain(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s/g, '');
}
