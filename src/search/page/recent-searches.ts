/** What was searched for last. It stays on the reader's device. */
const KEY = 'searches';
const MOST = 6;

/** Latest first; empty where the browser keeps nothing. */
export function recentSearches(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter((text): text is string => typeof text === 'string') : [];
  } catch {
    return [];
  }
}

export function rememberSearch(text: string): void {
  const words = text.trim();
  if (words === '') return;
  keep([words, ...recentSearches().filter((other) => other !== words)].slice(0, MOST));
}

export function forgetSearches(): void {
  keep([]);
}

function keep(texts: readonly string[]): void {
  try {
    if (texts.length === 0) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, JSON.stringify(texts));
  } catch {
    // A browser that keeps nothing: the search itself is not the worse for it.
  }
}
