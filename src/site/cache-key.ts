import { createHash } from 'node:crypto';
import { openedSite } from '../astro-internals/opened-site.ts';
import { versionOf } from '../content/content-history.ts';
import type { Indicator, Project } from '../record/disclosure-schema.ts';
import type { BodyYear, IndicatorEntry } from './site.ts';

/**
 * Digest of all that a page is made from beside the code: while it is the same, so is the page.
 *
 * A file's SHA-256 stands for what is read from it; ids stand beside it, as they may depend on more than the file.
 */
export function cacheKey(...parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

/** What stands for a body's disclosure of one year; its pages tell the version of its source. */
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
export function anchorsOf(indicators: readonly Indicator[]): unknown[] {
  return indicators.flatMap(({ anchor, formerAnchors }) => [anchor, ...formerAnchors, null]);
}

/** What stands for a project. */
export function keyOfProject({ id, source }: Project): unknown {
  return [id, source.sha256];
}

/** What stands for indicators of several projects: each has its own line in a file. */
export function keyOfIndicators(entries: readonly IndicatorEntry[]): unknown {
  return entries.map(({ indicator, project, href }) => [href, indicator.line, project.source.sha256]);
}
