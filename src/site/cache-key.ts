import { createHash } from 'node:crypto';
import { openedSite } from '../astro-internals/opened-site.ts';
import { versionOf } from '../content/content-history.ts';
import type { Indicator, Project } from '../record/disclosure-schema.ts';
import type { BodyYear, IndicatorEntry } from './site.ts';

/**
 * Digest of all that a page is made from, the code apart: while it is the same, so is the page.
 *
 * A file's SHA-256 represents what is read from it. Ids are added, as they depend on the permalinks too.
 */
export function cacheKey(...parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

/** Represents a body's disclosure of one year, with the version of its source, which its pages show. */
export function keyOfBody({ id, entry, projects }: BodyYear): unknown {
  const { path, sha256, publisher, projectIds } = entry;
  return [
    id,
    path,
    versionOf(path, openedSite().history),
    sha256,
    publisher,
    projectIds,
    ...projects.flatMap(({ indicators }) => anchorsOf(indicators)),
  ];
}

/** The anchors of rows: they depend on the permalinks too, not only on the file. */
export function anchorsOf(indicators: readonly Pick<Indicator, 'anchor' | 'formerAnchors'>[]): unknown[] {
  return indicators.flatMap(({ anchor, formerAnchors }) => [anchor, ...formerAnchors, null]);
}

/** Represents a project. */
export function keyOfProject({ id, source }: Project): unknown {
  return [id, source.sha256];
}

/** Represents indicators of several projects, each by its line in a file. */
export function keyOfIndicators(entries: readonly IndicatorEntry[]): unknown {
  return entries.map(({ indicator, project, href }) => [href, indicator.line, project.source.sha256]);
}
