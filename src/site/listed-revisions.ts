/** What was changed after publication, with the addresses that it leads to. */
import { pagePart, ROWS_ON_PAGE } from '../display/list-pages.ts';
import { bodyIdIn } from '../identity/ids.ts';
import type { Revision } from '../revisions/collect-revisions.ts';
import type { BodyYear, Site } from './site.ts';

export interface ListedRevision extends Revision {
  /** Its place in the list of its day. */
  path: string;
  /** The row, or the project, or its body. Undefined: none of them is published any more. */
  href: string | undefined;
  /** The body of the project. Undefined: it is not published any more. */
  body: BodyYear | undefined;
}

/** @param revisions By day. */
export function listRevisions(
  revisions: readonly Revision[],
  { bodies, projects }: Pick<Site, 'bodies' | 'projects'>,
): ListedRevision[] {
  const anchors = new Map(
    projects.map(({ id, indicators }) => [id, new Set(indicators.map(({ anchor }) => anchor))]),
  );
  const bodyOf = new Map(bodies.map((body) => [body.id, body]));
  const days = [...Map.groupBy(revisions, ({ day }) => day).values()];
  return days.flatMap((ofDay) =>
    ofDay.map((revision, index): ListedRevision => {
      const { day, id, projectId, anchor } = revision;
      const page = pagePart(Math.floor(index / ROWS_ON_PAGE) + 1);
      // A project that is gone may lead to the page of its body.
      const body = bodyOf.get(bodyIdIn(projectId)) ?? bodyOf.get(projectId);
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
