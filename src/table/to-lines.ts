/** The lines of a text, without their line endings. */
export function toLines(text: string): string[] {
  return text.split(/\r\n|\r|\n/);
}
