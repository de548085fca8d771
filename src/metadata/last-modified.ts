import { contentFolder, contentPart } from '../content/content-folder.ts';
import { contentHistory } from '../content/content-history.ts';
import { readContent } from '../content/read-content.ts';
import { updatedAt } from '../content/updated-at.ts';

/**
 * Tells when a page's content last changed, by its path; null where nobody knows.
 *
 * A page of one source has that source's date, a page of the guide its own, and a page of several the newest of them.
 */
export async function readLastModified(root: string): Promise<(path: string) => string | null> {
  const folder = contentFolder(root);
  const { sources } = await readContent(folder);
  const history = contentHistory(folder);
  const dates = sources.flatMap(({ path, disclosure }) => {
    const [first] = disclosure.projects;
    const date = updatedAt({ path, publication: disclosure.publication }, history);
    return first && date !== null ? [{ under: `/${first.bodyId}/`, date }] : [];
  });
  const guide = contentHistory(contentPart(root, 'guide'));
  return (path) => {
    const page = /^\/guide\/(.+)\/$/.exec(path)?.[1];
    if (page !== undefined) return guide.byPath.get(`${page}.mdx`)?.date ?? null;
    if (path === '/guide/') return guide.commit?.date ?? null;
    const own = dates.filter(({ under }) => path.startsWith(under));
    const year = dates.filter(({ under }) => under.startsWith(path));
    const chosen = own.length > 0 ? own : year.length > 0 ? year : dates;
    return (
      chosen
        .map(({ date }) => date)
        .sort()
        .at(-1) ?? null
    );
  };
}
