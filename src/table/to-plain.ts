/** A text without spaces, line breaks and full-width forms, so that its layout makes no difference. */
export function toPlain(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s/g, '');
}
