import { contentPart } from '../content/content-folder.ts';
import { readHistory, type ContentHistory } from '../content/content-history.ts';
import type { Content } from '../content/open-content.ts';
import { updatedAt } from '../content/updated-at.ts';

/**
 * Gives the date of a page's last change by its path. Null: it is unknown.
 *
 * A page of one source has that source's date, a page of the guide the date of its file, and other pages the newest date of their sources.
 */
export function toLastModified(
  { root, folder, sources }: Content,
  history: ContentHistory,
): (path: string) => string | null {
  const dates = sources.flatMap(({ path, disclosure }) => {
    const [first] = disclosure.projects;
    const date = updatedAt({ path, publication: disclosure.publication }, history);
    return first && date !== null ? [{ under: `/${first.bodyId}/`, date }] : [];
  });
  const guide = readHistory(contentPart(root, folder, 'guide'));
  return (path) => {
    const page = /^\/guide\/(.+)\/$/.exec(path)?.[1];
    if (page !== undefined) return guide.byPath.get(`${page}.mdx`)?.date ?? null;
    if (path === '/guide/') return guide.commit?.date ?? null;
    const ofBody = dates.filter(({ under }) => path.startsWith(under));
    const ofYear = dates.filter(({ under }) => under.startsWith(path));
    const chosen = [ofBody, ofYear, dates].find(({ length }) => length > 0) ?? [];
    return chosen.map(({ date }) => date).reduce((a, b) => (a > b ? a : b), '') || null;
  };
}
