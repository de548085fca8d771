/** The address with the words that its page is to mark: `/2026/…/?highlight=党建#…`. */
export function withHighlight(url: string, words: readonly string[]): string {
  const { pathname, hash } = new URL(url, location.href);
  return `${pathname}?highlight=${encodeURIComponent(words.join(' '))}${hash}`;
}
