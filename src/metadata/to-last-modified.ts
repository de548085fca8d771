import { contentPart } from '../content/content-folder.ts';
import { readHistory, type ContentHistory } from '../content/content-history.ts';
import type { Content } from '../content/open-content.ts';
import { resultsIdOf } from '../identity/ids.ts';
import { updatedAt } from '../content/updated-at.ts';

/**
 * Gives the date of a page's last change by its path. Null: it is unknown.
 *
 * A page of one source has that source's date; pages of a body and of its results have the newer one of both sources. A page of the
 * guide has the date of its file, and other pages the newest date of their sources.
 */
export function toLastModified(
  { root, folder, sources }: Content,
  history: ContentHistory,
): (path: string) => string | null {
  const dates = sources.flatMap(({ path, disclosure: { projects, results, publication } }) => {
    const date = updatedAt({ path, publication }, history);
    if (date === null) return [];
    const ids = [
      ...projects.map(({ bodyId }) => bodyId),
      ...results.map(({ bodyId }) => resultsIdOf(bodyId)),
    ];
    return [...new Set(ids)].map((id) => ({ under: `/${id}/`, date }));
  });
  const guide = readHistory(contentPart(root, folder, 'guide'));
  return (path) => {
    const page = /^\/guide\/(.+)\/$/.exec(path)?.[1];
    if (page !== undefined) return guide.byPath.get(`${page}.mdx`)?.date ?? null;
    if (path === '/guide/') return guide.commit?.date ?? null;
    const year = /^\/(\d{4}\/)results\//.exec(path)?.[1];
    const ofResults = dates.filter(
      ({ under }) => year !== undefined && under.startsWith(`/${year}`) && under.endsWith('/results/'),
    );
    const own = dates.filter(({ under }) => path.startsWith(under) || under.startsWith(path));
    const chosen = [ofResults, own, dates].find(({ length }) => length > 0) ?? [];
    return chosen.map(({ date }) => date).reduce((a, b) => (a > b ? a : b), '') || null;
  };
}
