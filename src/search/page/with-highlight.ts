/** An address with the words that its page should mark: `/2026/…/?highlight=党建#…`. @param here Address of this page. */
export function withHighlight(url: string, words: readonly string[], here = location.href): string {
  const { pathname, hash } = new URL(url, here);
  return `${pathname}?highlight=${encodeURIComponent(words.join(' '))}${hash}`;
}
