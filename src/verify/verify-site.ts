/**
 * In: a built site, and its content folder. The files of each body are compared elsewhere.
 * Out: what the files of a year and of the whole site, and the search records, do not hold as the files of the bodies do.
 */
import { hash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compareApi } from './compare-api.ts';
import { compareSafely } from './compare-body.ts';
import { compareWorkbook } from './compare-tables.ts';
import { joinResults } from './join-results.ts';
import { checkKinds } from './published-kinds.ts';
import { readPublishedSite, type PublishedSite } from './published-site.ts';
import { readCsv } from './read-tables.ts';
import type { Comparison, RecordedDisclosure } from './record.ts';
import { verifyChanges } from './verify-changes.ts';
import { readVersions } from './published-versions.ts';
import { verifyFeeds } from './verify-feeds.ts';
import { verifyFiles } from './verify-files.ts';
import { verifyLists } from './verify-lists.ts';
import { compareQualityOfResults } from './compare-quality-of-results.ts';
import { verifyQuality } from './verify-quality.ts';
import { verifyResults } from './verify-results.ts';
import { readRevisions, verifyRevisions } from './verify-revisions.ts';
import { verifyShareImages } from './verify-share-images.ts';
import { verifySearch } from './verify-search.ts';

/** Where a row of a CSV file ends, and an item or notice of a JSON file. */
const END_OF_ROW = '\r\n';
const END_OF_ITEM = '\n    }';
/** The files of a set, of projects or of results: tables of items and of their rows, all of it, and a workbook of these. */
const FILES = {
  projects: ['projects.csv', 'indicators.csv', 'disclosure.json', 'disclosure.xlsx'],
  results: ['results.csv', 'result-indicators.csv', 'results.json', 'results.xlsx'],
} as const;

export function verifySite(content: string, dist: string): Comparison {
  const comparison: Comparison = { cells: 0, losses: [] };
  const take = (compare: () => Comparison) => {
    const { cells, losses } = compareSafely(compare);
    comparison.cells += cells;
    comparison.losses.push(...losses);
  };
  take(() => {
    const site = readPublishedSite(content, dist);
    for (const kind of ['projects', 'results'] as const) {
      const folders = kind === 'projects' ? site.bodies : site.results;
      const years = Map.groupBy(folders.keys(), (folder) => folder.slice(0, 4));
      for (const [year, parts] of years) compareSet(dist, year, parts, kind, comparison);
      if (kind === 'projects' || years.size > 0) compareSet(dist, '', [...years.keys()], kind, comparison);
    }
    const joined = joinResults(
      site.projects,
      [...site.results.values()].flatMap(({ results }) => results),
    );
    take(() => verifySearch(site, joined));
    take(() => verifyLists(site, joined));
    take(() => verifyResults(site, joined));
    take(() => verifyChanges(site));
    take(() => verifyQuality(site));
    take(() => ({ cells: 0, losses: compareQualityOfResults(joined, site) }));
    take(() => ({ cells: 0, losses: compareApi(site, joined) }));
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

/** The files of a set hold the rows, items and notices of its parts, no fewer and no more. */
function compareSet(
  dist: string,
  folder: string,
  parts: readonly string[],
  kind: keyof typeof FILES,
  comparison: Comparison,
): void {
  const read = (...path: string[]) => {
    const file = join(dist, ...path);
    return existsSync(file) ? readFileSync(file) : Buffer.alloc(0);
  };
  const [items, rows, data, workbook] = FILES[kind];
  for (const name of [items, rows, data]) {
    const end = name === data ? END_OF_ITEM : END_OF_ROW;
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
  const [first = [], second = []] = [items, rows].map((name) => readCsv(read(folder, name).toString()));
  const { losses } = compareSafely(() => {
    const recorded = JSON.parse(read(folder, data).toString()) as RecordedDisclosure;
    return compareWorkbook(read(folder, workbook), first, second, recorded, kind);
  });
  comparison.losses.push(...losses.map((loss) => `${join(folder, workbook)}: ${loss}`));
}

/** The pieces of a file, but the first of a CSV file, which names the columns. */
function piecesOf(bytes: Buffer, end: string): Buffer[] {
  const pieces: Buffer[] = [];
  for (let start = 0; ;) {
    const stop = bytes.indexOf(end, start);
    if (stop < 0) return end === END_OF_ROW ? pieces.slice(1) : pieces;
    const piece = bytes.subarray(start, stop);
    pieces.push(end === END_OF_ROW ? piece : piece.subarray(piece.lastIndexOf('\n    {\n')));
    start = stop + end.length;
  }
}
