/** A text without white space, which pages break where they like. */
export function withoutSpaces(text: string): string {
  return text.replaceAll(/\s/g, '');
}
