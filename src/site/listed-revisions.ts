/** What was changed after publication, with the addresses that it leads to. */
import { pagePart, ROWS_ON_PAGE } from '../display/list-pages.ts';
import { bodyIdIn } from '../identity/ids.ts';
import type { Result } from '../record/result-schema.ts';
import type { Revision } from '../revisions/collect-revisions.ts';
import type { Site } from './site.ts';

/** A body, as far as lists of changes name it. */
interface ListedBody {
  id: string;
  entry: { publisher: string };
}

export interface ListedRevision extends Revision {
  /** Its place in the list of its day. */
  path: string;
  /** The row, or the project, or its body. Undefined: none of them is published any more. */
  href: string | undefined;
  /** The body of the project or the result; else the file of the result. Undefined: it is not published any more. */
  body: ListedBody | undefined;
}

/** What changes may lead to. */
interface Listed extends Pick<Site, 'projects'> {
  bodies: readonly ListedBody[];
  results: readonly Pick<Result, 'id' | 'indicators'>[];
  /** Files that have results. */
  files: readonly ListedBody[];
}

/** @param revisions By day. */
export function listRevisions(
  revisions: readonly Revision[],
  { bodies, projects, results, files }: Listed,
): ListedRevision[] {
  const anchors = new Map(
    [...projects, ...results].map(({ id, indicators }) => [
      id,
      new Set(indicators.map(({ anchor }) => anchor)),
    ]),
  );
  const listed = new Map([...files, ...bodies].map((body) => [body.id, body]));
  /** A project that is gone may lead to the page of its body. A result is of the body of its file, where that has targets. */
  const bodyOf = (id: string) =>
    [bodyIdIn(bodyIdIn(id)), bodyIdIn(id), id].map((each) => listed.get(each)).find((body) => body);
  const days = [...Map.groupBy(revisions, ({ day }) => day).values()];
  return days.flatMap((ofDay) =>
    ofDay.map((revision, index): ListedRevision => {
      const { day, id, projectId, anchor } = revision;
      const page = pagePart(Math.floor(index / ROWS_ON_PAGE) + 1);
      const body = bodyOf(projectId);
      const rows = anchors.get(projectId);
      const row = anchor !== null && rows?.has(anchor) ? `#${anchor}` : '';
      return {
        ...revision,
        path: `/changes/${day}/${page === undefined ? '' : `${page}/`}#${id}`,
        href: rows ? `/${projectId}/${row}` : body && `/${body.id}/`,
        body,
      };
    }),
  );
}

/** What was changed: `培训人次：2026年指标值`, `年度目标`, `撤下项目`. */
export function describeField({
  field,
  indicators: [indicator],
}: Pick<Revision, 'field' | 'indicators'>): string {
  return indicator ? `${indicator}：${field}` : field;
}

/** Represents revisions in the key of a page. */
export function keyOfRevisions(revisions: readonly ListedRevision[]): unknown {
  return revisions.map(({ id, path, href, body }) => [id, path, href, body?.entry.publisher]);
}
