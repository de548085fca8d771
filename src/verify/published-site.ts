/**
 * In: a built site, and its content folder.
 * Out: what the bodies publish, each compared with its source elsewhere: what the rest of the site must say.
 */
import { hash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openBuiltSite, type BuiltSite } from './built-site.ts';
import { placesOf } from './compare-tables.ts';
import { linesOf, readFrontMatter, type FrontMatter } from './front-matter.ts';
import { readCsv, unguard } from './read-tables.ts';
import { withoutBase } from './without-base.ts';
import type {
  RecordedDisclosure,
  RecordedIndicator,
  RecordedOverall,
  RecordedProject,
  RecordedResult,
} from './record.ts';

/** What a source says of itself, with its publisher as the tables name it. */
interface Body extends FrontMatter {
  sha256: string;
  /** Of a body: what its tables of the whole office say. */
  overall?: readonly RecordedOverall[];
}

export interface PublishedRow {
  project: RecordedProject;
  indicator: RecordedIndicator;
  /** Among the project's indicators, from 0. */
  place: number;
  /** Of its cells in the table of the body. */
  digest: string;
}

/** What a source file says became of projects in a year. */
export interface ResultSet extends Body {
  publisher: string;
  results: readonly RecordedResult[];
  notices: RecordedDisclosure['notices'];
  /** Of the source. */
  lines: readonly string[];
  /** Fragments of the rows of each result, by its id. */
  anchors: ReadonlyMap<string, readonly string[]>;
}

export interface PublishedSite extends BuiltSite {
  /** All files of the site, with slashes. */
  files: readonly string[];
  projects: readonly RecordedProject[];
  /** By their folders, `<year>/<body>`. */
  bodies: ReadonlyMap<string, Body>;
  /** By their folders, `<year>/<file>/results`. */
  results: ReadonlyMap<string, ResultSet>;
  /** By address, `<project>#<anchor>`. */
  rows: ReadonlyMap<string, PublishedRow>;
  read: (file: string) => string;
  readBytes: (file: string) => Buffer;
  readJson: (file: string) => unknown;
}

export function readPublishedSite(content: string, dist: string): PublishedSite {
  const files = globSync('**', { cwd: dist, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(dist.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
  const site = openBuiltSite(content, dist);
  const read = (file: string) => withoutBase(site.base, file, readFileSync(join(dist, file))).toString();
  const readBytes = (file: string) => readFileSync(join(dist, file));
  const readJson = (file: string): unknown => JSON.parse(read(file));
  const projects: RecordedProject[] = [];
  const bodies = new Map<string, Body>();
  const rows = new Map<string, PublishedRow>();
  for (const file of files) {
    const folder = /^(\d{4}\/[^/]+)\/disclosure\.json$/.exec(file)?.[1];
    const { projects: own = [], overall = [] } =
      folder === undefined ? {} : (readJson(file) as Partial<RecordedDisclosure>);
    // Under the old address of a body that was moved there are copies of its files.
    if (folder === undefined || !own[0]?.id.startsWith(`${folder}/`)) continue;
    const source = readFileSync(join(dist, folder, 'source.txt'));
    const [, [, , publisher = ''] = []] = readCsv(read(`${folder}/projects.csv`));
    bodies.set(folder, {
      ...readFrontMatter(linesOf(source)),
      publisher: unguard(publisher),
      sha256: hash('sha256', source),
      overall,
    });
    projects.push(...own);
    const [, ...lines] = readCsv(read(`${folder}/indicators.csv`));
    const byProject = Map.groupBy(lines, ([, project]) => project);
    for (const project of own)
      for (const [place, cells] of (byProject.get(project.id) ?? []).entries()) {
        const [address = ''] = cells;
        const indicator = project.indicators[place];
        if (indicator) rows.set(address, { project, indicator, place, digest: digestOf(cells) });
      }
  }
  const results = new Map(files.flatMap((file) => readResultSet(file, dist, site.origin, read, readJson)));
  return { ...site, files, projects, bodies, results, rows, read, readBytes, readJson };
}

/** Fragments of the rows of each result, by its id. */
export function anchorsOfResults({
  results,
}: Pick<PublishedSite, 'results'>): Map<string, readonly string[]> {
  return new Map([...results.values()].flatMap(({ anchors }) => [...anchors]));
}

/** None, where a file is no `results.json` of a source, or a copy of one under an old address. */
function readResultSet(
  file: string,
  dist: string,
  origin: string,
  read: PublishedSite['read'],
  readJson: PublishedSite['readJson'],
): [string, ResultSet][] {
  const folder = /^(\d{4}\/[^/]+\/results)\/results\.json$/.exec(file)?.[1];
  if (folder === undefined) return [];
  const { results, notices } = readJson(file) as RecordedDisclosure;
  if (!results[0]?.id.startsWith(`${folder}/`)) return [];
  const source = readFileSync(join(dist, folder, 'source.txt'));
  const lines = linesOf(source);
  const [, [, , publisher = ''] = []] = readCsv(read(`${folder}/results.csv`));
  const body = { ...readFrontMatter(lines), publisher: unguard(publisher), sha256: hash('sha256', source) };
  const anchors = new Map(results.map(({ id }): [string, string[]] => [id, []]));
  for (const page of placesOf(readCsv(read(`${folder}/result-indicators.csv`)), 'page')) {
    const [, id = '', anchor = ''] = /^(.*)\/#(.*)$/.exec(page.slice(origin.length + 1)) ?? [];
    anchors.get(id)?.push(anchor);
  }
  return [[folder, { ...body, results, notices, lines, anchors }]];
}

/** Of the cells of a row. */
export function digestOf(cells: readonly string[]): string {
  return hash('sha1', JSON.stringify(cells));
}
