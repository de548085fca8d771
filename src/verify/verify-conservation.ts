/**
 * In: a content folder and the site that was built of it.
 * Out: how many cells were looked at, and every cell of the source that is not published as it was written.
 *
 * Shares no code with `src/`: it reads the sources and the outputs on its own. A new kind of output gets a reader beside
 * `read-page.ts` that gives `PublishedProject`s, and a line in `readOutput`.
 */
import { hash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isTotal, readExpected, readExtent, type ExpectedProject } from './expected-project.ts';
import { findLosses, findLostLines, isShownAs, type Comparison } from './find-losses.ts';
import { findMisplaced } from './find-misplaced.ts';
import { digestSource, type KnownSources, type WholeSource } from './known-sources.ts';
import { isOfOtherForm } from './other-forms.ts';
import { readOtherTable, type OtherProject } from './other-project.ts';
import type { PublishedProject } from './published-project.ts';
import { readCsv, readIndicatorLines, readProjectLines } from './read-csv.ts';
import { readPage, readSourcePage } from './read-page.ts';
import { readRecord, readRecords } from './read-record.ts';
import { readSourceTables, type SourceTable } from './source-tables.ts';
import { readVocabulary, type Vocabulary } from './vocabulary.ts';

/** The outputs of one source file, by kind. */
export type Outputs = Map<string, PublishedProject[]>;

/** What the site shows of a whole source file. */
export interface Whole {
  /** All its lines, by number. */
  lines: Map<number, string>;
  /** Lines at which a table is publicly named as one of another kind, of which no project is made. */
  namedLines: number[];
}

export interface Conservation extends Comparison {
  projects: number;
  /** Kinds of output that were read: `页面`, `项目的 project.json`, `单位的 indicators.csv`. */
  kinds: string[];
  /** How many of the projects are of sources that were known to be whole. */
  known: number;
  /** The sources that have lost nothing. */
  whole: KnownSources;
}

/** Every so-manieth source: 1 of 1 are all. */
export interface Share {
  number: number;
  count: number;
}

/** @param known Sources that need not be looked at again. */
export function verifyConservation(
  content: string,
  dist: string,
  share: Share = { number: 1, count: 1 },
  known: KnownSources = new Map(),
): Conservation {
  const total = { cells: 0, losses: [] as string[], projects: 0, known: 0 };
  const whole = new Map<string, WholeSource>();
  const kinds = new Set<string>();
  const folders = bodyFolders(dist);
  const vocabulary = readVocabulary(content);
  const words = JSON.stringify([...vocabulary].map(([word, meanings]) => [word, ...meanings]));
  for (const [index, path] of sourcesOf(content).entries()) {
    const bytes = readFileSync(join(content, path));
    const sha256 = hash('sha256', bytes);
    const folder = folders.find((body) => body.sha256 === sha256 && !body.isTaken);
    if (!folder) {
      if (share.number === 1) total.losses.push(`${path}: 没有一个单位的文件夹里有这个文件（source.txt）`);
      continue;
    }
    folder.isTaken = true;
    if (index % share.count !== share.number - 1) continue;
    const files = filesUnder(dist, folder.path);
    const digest = digestSource(dist, files, [path, sha256, words]);
    const before = known.get(digest);
    const { losses, ...found } = before
      ? { ...before, losses: [] }
      : compareFolder({ dist, folder: folder.path, files, path, bytes }, vocabulary);
    for (const kind of found.kinds) kinds.add(kind);
    total.cells += found.cells;
    total.projects += found.projects;
    if (before) total.known += before.projects;
    if (losses.length === 0) whole.set(digest, found);
    total.losses.push(...losses.map((loss) => `${path}: ${loss}`));
  }
  return { ...total, kinds: [...kinds], whole };
}

/** A source, and the folder of the site with all that was published of it. */
interface Published {
  dist: string;
  folder: string;
  files: readonly string[];
  path: string;
  bytes: Buffer;
}

function compareFolder(
  { dist, folder, files, path, bytes }: Published,
  vocabulary: Vocabulary,
): WholeSource & { losses: string[] } {
  const outputs = readOutputs(dist, folder, files, path);
  const whole = readWhole(dist, folder, path);
  return { ...compareFile(bytes, outputs, whole, vocabulary), kinds: [...outputs.keys()] };
}

/** @param outputs What was published of the file. */
export function compareFile(
  bytes: Buffer,
  outputs: Outputs,
  whole: Whole,
  vocabulary: Vocabulary,
): Comparison & { projects: number } {
  const text = bytes.toString('utf8').replace(/^\uFEFF/, '');
  const lines = text.split(/\r\n|\r|\n/);
  const all = readSourceTables(text);
  const aboveOf = (table: SourceTable) => linesAbove(table, all, lines);
  const pages = outputs.get('页面') ?? [];
  const named = all.filter((table, index) => isNamed(table, all[index - 1], whole.namedLines));
  const tables = all.filter((table) => !named.includes(table));
  const others = tables.filter((table) => isOfOtherForm(table, vocabulary));
  const expected = tables.filter((table) => !others.includes(table)).flatMap(readExpected);
  const ofAnyForm = tables.flatMap((table) => readOtherTable(table, vocabulary, aboveOf(table)));
  const total = { cells: 0, losses: [] as string[], projects: pages.length };
  const add = ({ cells, losses }: Comparison) => {
    total.cells += cells;
    total.losses.push(...losses);
  };
  if (all.length === 0) total.losses.push('没有读出一张表');
  for (const table of named) add(findLostLines(readExtent(table), [whole], lines, '原文页'));
  for (const table of others) {
    for (const row of table)
      if (isTotal(row)) add(findLostLines(readExtent([row]), [whole], lines, '原文页'));
      else add(findLostLines(readExtent([row]), pages, lines, '项目页'));
  }
  for (const [kind, published] of outputs) {
    if (published.length !== ofAnyForm.length)
      total.losses.push(`原文有 ${ofAnyForm.length} 个项目，${kind}却有 ${published.length} 个`);
    for (const project of expected) {
      const own = findOwn(project, published);
      if (own) add(findLosses(project, own, lines));
    }
    for (const project of ofAnyForm) {
      const own = findOwn(project, published);
      const isCounted = expected.some(({ name }) => name === project.name);
      if (!own) total.losses.push(`${project.startLine} 行 项目“${project.name}”不在${kind}里`);
      // A page shows the lines of a table as they are; where its cells stand is looked up in the data.
      else if (kind !== '页面') {
        const { cells, losses } = findMisplaced(project, own);
        add({ cells: isCounted ? 0 : cells, losses });
      }
    }
  }
  return total;
}

/** The lines between a table and the one before it. */
function linesAbove(table: SourceTable, all: readonly SourceTable[], lines: readonly string[]): string[] {
  const before = all[all.indexOf(table) - 1];
  return lines
    .slice(before?.at(-1)?.endLine ?? 0, (table[0]?.line ?? 1) - 1)
    .filter((line) => line.trim() !== '');
}

function findOwn(
  { name }: ExpectedProject | OtherProject,
  published: readonly PublishedProject[],
): PublishedProject | undefined {
  return published.find((project) => isShownAs(name, project.name));
}

/**
 * Everything that the site holds of one body and year, a page or file a project, and files of all its projects. Files beside
 * no project's page are copies at an old address, which may still be in the making; they are read where they are now.
 */
function readOutputs(dist: string, folder: string, files: readonly string[], path: string): Outputs {
  const outputs: Outputs = new Map([['页面', []]]);
  const read = (file: string) => readFileSync(join(dist, file), 'utf8');
  const pages = new Map(files.filter((file) => file.endsWith('.html')).map((file) => [file, read(file)]));
  for (const file of files) {
    const page = pages.get(file);
    const isOfBody = dirname(file) === folder;
    const isOld = !pages.get(`${dirname(file)}/index.html`)?.includes('data-project-id');
    if (page === undefined && !isOfBody && isOld) continue;
    const kind = page === undefined ? `${isOfBody ? '单位' : '项目'}的 ${basename(file)}` : '页面';
    const projects = readOutput(file, () => page ?? read(file), path);
    if (projects.length > 0) outputs.set(kind, [...(outputs.get(kind) ?? []), ...projects]);
  }
  return outputs;
}

/** The projects of one source that a file tells. Nothing: it is of another kind, which nobody has to read. */
function readOutput(file: string, text: () => string, path: string): PublishedProject[] {
  const linesOf = () => readCsv(text()).filter((line) => line['source_path'] === path);
  if (file.endsWith('.html')) return [readPage(text(), file)].filter((page) => page !== undefined);
  if (file.endsWith('/projects.csv')) return readProjectLines(linesOf(), file);
  if (file.endsWith('/indicators.csv')) return readIndicatorLines(linesOf(), file);
  if (!file.endsWith('.json')) return [];
  return readRecords(text())
    .filter(({ source }) => source.path === path)
    .map((project) => readRecord(project, file));
}

function readWhole(dist: string, folder: string, path: string): Whole {
  const page = join(dist, folder, 'source', 'index.html');
  const record = join(dist, folder, 'disclosure.json');
  const { notices = [] } = existsSync(record)
    ? (JSON.parse(readFileSync(record, 'utf8')) as {
        notices?: { path: string; rule: string; line: number }[];
      })
    : {};
  return {
    lines: existsSync(page) ? readSourcePage(readFileSync(page, 'utf8')) : new Map<number, string>(),
    namedLines: notices
      .filter((notice) => notice.path === path && notice.rule === 'table/other-kind')
      .map(({ line }) => line),
  };
}

/** The notice stands at the table's title, or at its first row. */
function isNamed(
  table: SourceTable,
  before: SourceTable | undefined,
  namedLines: readonly number[],
): boolean {
  const from = before?.at(-1)?.endLine ?? 0;
  const to = table.at(-1)?.endLine ?? 0;
  return namedLines.some((line) => line > from && line <= to);
}

/** The folders `<year>/<body>/`, each with the original in it. */
function bodyFolders(dist: string): { path: string; sha256: string; isTaken: boolean }[] {
  return readdirSync(dist)
    .filter((year) => /^\d{4}$/.test(year))
    .flatMap((year) => foldersIn(join(dist, year)).map((body) => `${year}/${body}`))
    .filter((path) => existsSync(join(dist, path, 'source.txt')) && !isOldAddress(join(dist, path)))
    .map((path) => ({
      path,
      sha256: hash('sha256', readFileSync(join(dist, path, 'source.txt'))),
      isTaken: false,
    }));
}

/** Whether a folder's page leads on to where its body is now. */
function isOldAddress(folder: string): boolean {
  const page = join(folder, 'index.html');
  return existsSync(page) && readFileSync(page, 'utf8').includes('http-equiv="refresh"');
}

function foldersIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
}

function filesUnder(dist: string, folder: string): string[] {
  return readdirSync(join(dist, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .sort();
}

/** What begins with a dot is no source, nor what is in such a folder; `~$` is a lock of an office program. */
function sourcesOf(content: string): string[] {
  const folder = join(content, 'disclosures');
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.md') && !entry.name.startsWith('~$'))
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(content.length + 1)
        .replaceAll('\\', '/'),
    )
    .filter((path) => !/(?:^|\/)\./.test(path))
    .sort();
}
