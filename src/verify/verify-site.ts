/**
 * In: a built site, and its content folder. The files of each body are compared elsewhere.
 * Out: what the files of a year and of the whole site, and the search records, do not hold as the files of the bodies do.
 */
import { hash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { compareApi } from './compare-api.ts';
import { compareSafely } from './compare-body.ts';
import { compareWorkbook } from './compare-tables.ts';
import { checkKinds } from './published-kinds.ts';
import { readPublishedSite, type PublishedSite } from './published-site.ts';
import { readCsv } from './read-tables.ts';
import type { Comparison, RecordedDisclosure } from './record.ts';
import { verifyChanges } from './verify-changes.ts';
import { readVersions } from './published-versions.ts';
import { verifyFeeds } from './verify-feeds.ts';
import { verifyFiles } from './verify-files.ts';
import { verifyLists } from './verify-lists.ts';
import { verifyQuality } from './verify-quality.ts';
import { verifyResults } from './verify-results.ts';
import { readRevisions, verifyRevisions } from './verify-revisions.ts';
import { verifyShareImages } from './verify-share-images.ts';
import { verifySearch } from './verify-search.ts';

/** Where a row of a CSV file ends, and a project or notice of a JSON file. */
const ENDS = { 'projects.csv': '\r\n', 'indicators.csv': '\r\n', 'disclosure.json': '\n    }' } as const;

export function verifySite(content: string, dist: string): Comparison {
  const comparison: Comparison = { cells: 0, losses: [] };
  const take = (compare: () => Comparison) => {
    const { cells, losses } = compareSafely(compare);
    comparison.cells += cells;
    comparison.losses.push(...losses);
  };
  take(() => {
    const site = readPublishedSite(content, dist);
    const years = Map.groupBy(site.bodies.keys(), dirname);
    for (const [year, bodies] of years) compareSet(dist, year, bodies, comparison);
    compareSet(dist, '', [...years.keys()], comparison);
    take(() => verifySearch(site));
    take(() => verifyLists(site));
    take(() => verifyResults(site));
    take(() => verifyChanges(site));
    take(() => verifyQuality(site));
    take(() => ({ cells: 0, losses: compareApi(site) }));
    take(() => ({ cells: 0, losses: verifyFiles(content, site) }));
    const versions = readVersions(content);
    const revisions = readRevisions(site);
    take(() => verifyRevisions(site, versions, revisions, (path) => readIfThere(join(content, path))));
    take(() => ({ cells: 0, losses: verifyFeeds(site, versions, revisions) }));
    take(() => ({ cells: 0, losses: verifyShareImages(site) }));
    take(() => ({ cells: 0, losses: checkKinds(site.files, movedPaths(site)) }));
    return { cells: 0, losses: [] };
  });
  return comparison;
}

function readIfThere(file: string): Buffer | null {
  return existsSync(file) ? readFileSync(file) : null;
}

/** Old addresses that lead to others. */
function movedPaths({ read }: PublishedSite): Set<string> {
  return new Set(
    read('_redirects')
      .split('\n')
      .map((line) => decodeURI(line.split(' ')[0] ?? '')),
  );
}

/** The files of a set hold the rows, projects and notices of its parts, no fewer and no more. */
function compareSet(dist: string, folder: string, parts: readonly string[], comparison: Comparison): void {
  const read = (...path: string[]) => {
    const file = join(dist, ...path);
    return existsSync(file) ? readFileSync(file) : Buffer.alloc(0);
  };
  for (const [name, end] of Object.entries(ENDS)) {
    const counts = new Map<string, number>();
    const count = (bytes: Buffer, by: number) => {
      for (const piece of piecesOf(bytes, end)) {
        const digest = hash('sha1', piece);
        counts.set(digest, (counts.get(digest) ?? 0) + by);
        comparison.cells += by;
      }
    };
    count(read(folder, name), 1);
    for (const part of parts) count(read(part, name), -1);
    const differing = [...counts.values()].filter((number) => number !== 0).length;
    if (differing > 0)
      comparison.losses.push(`${join(folder, name)}: 有 ${differing} 行或项与各部分的 ${name} 不同`);
  }
  const tables = ['projects.csv', 'indicators.csv'].map((name) => readCsv(read(folder, name).toString()));
  const { losses } = compareSafely(() => {
    const disclosure = JSON.parse(read(folder, 'disclosure.json').toString()) as RecordedDisclosure;
    return compareWorkbook(read(folder, 'disclosure.xlsx'), tables[0] ?? [], tables[1] ?? [], disclosure);
  });
  comparison.losses.push(...losses.map((loss) => `${join(folder, 'disclosure.xlsx')}: ${loss}`));
}

/** The pieces of a file, but the first of a CSV file, which names the columns. */
function piecesOf(bytes: Buffer, end: string): Buffer[] {
  const pieces: Buffer[] = [];
  for (let start = 0; ;) {
    const stop = bytes.indexOf(end, start);
    if (stop < 0) return end === '\r\n' ? pieces.slice(1) : pieces;
    const piece = bytes.subarray(start, stop);
    pieces.push(end === '\r\n' ? piece : piece.subarray(piece.lastIndexOf('\n    {\n')));
    start = stop + end.length;
  }
}
