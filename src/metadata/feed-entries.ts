/**
 * In: the bodies' disclosures.
 * Out: what the feed says of them: each disclosure, and each correction of one.
 */
import { projectRows, type DataSet } from '../downloads/data-set.ts';
import { correctionAnchor } from '../identity/correction-anchor.ts';

/** An entry of a feed. */
export interface FeedEntry {
  /** Its address in the site, which no other entry has. */
  path: string;
  title: string;
  /** ISO 8601. Null: it is unknown, and the entry is left out. */
  updated: string | null;
  /** `YYYY-MM-DD`. */
  published?: string | undefined;
  text: string;
  /** Names. */
  authors: readonly string[];
}

/** @param set Of a body. @param updated When its source was last changed, ISO 8601; null where that is unknown. */
export function feedEntries(set: DataSet, updated: string | null): FeedEntry[] {
  const authors = set.sources.map(({ publisher }) => publisher);
  const rows = projectRows(set);
  const names = rows.map(({ project }) => project.name).join('、');
  return set.sources.flatMap(({ id, publisher, publication }) => [
    {
      path: `/${set.id}/`,
      title: set.title,
      updated,
      published: publication.published,
      text: `${publisher}公开 ${rows.length} 个项目：${names}`,
      authors,
    },
    ...(publication.corrections ?? []).map((correction) => {
      const page = rows.find(({ project }) => project.name === correction.project)?.project.id ?? id;
      return {
        path: `/${page}/#${correctionAnchor(correction)}`,
        title: `更正：${correction.project ?? set.title}`,
        updated: `${correction.date}T00:00:00.000Z`,
        text: correction.text,
        authors,
      };
    }),
  ]);
}
