/** Characters without width, which web pages and copies leave in words and empty cells. */
const ZERO_WIDTH = /[\u{200b}-\u{200f}\u{2060}\u{feff}\u{ad}]/gu;

export function withoutZeroWidth(text: string): string {
  return text.replaceAll(ZERO_WIDTH, '');
}
