import { resultsIdOf } from '../identity/ids.ts';

/**
 * The id under which a source that the desk has put into the content is published: `disclosures/2026/wen-hua-ju.md` →
 * `2026/wen-hua-ju`, `disclosures/results/2025/wen-hua-ju.md` → `2025/wen-hua-ju/results`.
 */
export function idOfSource(path: string): string {
  const id = path.replace(/^disclosures\/(?:results\/)?/, '').replace(/\.md$/, '');
  return path.startsWith('disclosures/results/') ? resultsIdOf(id) : id;
}
