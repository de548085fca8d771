/**
 * In: the bodies' disclosures, and what was changed since.
 * Out: what feeds say of them: each disclosure, each correction of one, each change.
 */
import { projectRows, type DataSet } from '../downloads/data-set.ts';
import { correctionAnchor } from '../identity/correction-anchor.ts';
import { describeField, type ListedRevision } from '../site/listed-revisions.ts';

/** An entry of a feed. */
export interface FeedEntry {
  /** Its address in the site. */
  path: string;
  /** What no other entry has. Missing: its address. */
  id?: string;
  title: string;
  /** ISO 8601. Null: it is unknown, and the entry is left out. */
  updated: string | null;
  /** `YYYY-MM-DD`. */
  published?: string | undefined;
  text: string;
  /** Names. */
  authors: readonly string[];
}

/** @param set Of a body. @param updated When it was published, ISO 8601; null where that is unknown. */
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

/** A change: project, field, before, after, day. */
export function revisionEntry({
  id,
  date,
  day,
  path,
  projectName,
  body,
  ...change
}: ListedRevision): FeedEntry {
  const { before, after } = change;
  const what = describeField(change);
  return {
    id: `/changes/${day}/#${id}`,
    path,
    title: `改动：${projectName}，${what}`,
    updated: date,
    text: `${day}，项目“${projectName}”的“${what}”。改前：${before ?? '没有'}。改后：${after ?? '没有'}。`,
    authors: body ? [body.entry.publisher] : [],
  };
}
