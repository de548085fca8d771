/** What the page of one result shows besides its record. */
import { openedSite } from '../astro-internals/opened-site.ts';
import { versionOf } from '../content/content-history.ts';
import { anchorsOf, cacheKey, keyOfBody } from './cache-key.ts';
import { keyOfRevisions, type ListedRevision } from './listed-revisions.ts';
import type { AnsweredResult, ResultFile, Results } from './results.ts';
import type { Site } from './site.ts';

/** The static paths of all results. @param revisionsOf Changes after publication, by the id of their result. */
export function resultPaths(
  { all }: Results,
  { years }: Pick<Site, 'years'>,
  revisionsOf: ReadonlyMap<string, readonly ListedRevision[]>,
) {
  const withTargets = new Set(years.map(({ year }) => year));
  return all.map((answered) => {
    const { result, body, project, unclear } = answered;
    const revisions = revisionsOf.get(result.id) ?? [];
    const name = result.id.slice(result.id.lastIndexOf('/') + 1);
    return {
      params: { ...resultParams(answered.file), result: name },
      props: { answered, revisions },
      cacheKey: cacheKey(
        keyOfResult(answered),
        body && keyOfBody(body),
        project?.id,
        unclear.map(({ id }) => id),
        withTargets.has(result.year),
        keyOfRevisions(revisions),
      ),
    };
  });
}

/** Represents a result, with its file's version. */
export function keyOfResult({ result, file }: AnsweredResult): unknown {
  return [result.id, keyOfFile(file), anchorsOf(result.indicators)];
}

/** Represents a source file that has results, with its version, which its pages show. */
export function keyOfFile({ id, entry }: ResultFile): unknown {
  const { path, sha256, publisher, resultIds } = entry;
  return [id, path, versionOf(path, openedSite().history), sha256, publisher, resultIds];
}

/** The parameters of the routes of a file's results. */
export function resultParams({ id }: ResultFile): { year: string; body: string } {
  const [year = '', body = ''] = id.split('/');
  return { year, body };
}
