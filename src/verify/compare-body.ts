/**
 * In: a source, and the outputs of its body.
 * Out: each cell that an output does not hold as it was written.
 *
 * `disclosure.json` is compared with the source; every other output with `disclosure.json`.
 */
import { hash } from 'node:crypto';
import { basename, dirname } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { BuiltSite } from './built-site.ts';
import { compareEmbedded } from './compare-embedded.ts';
import { comparePage, compareSourcePage } from './compare-page.ts';
import { compareShareImage } from './compare-share-image.ts';
import { compareSource } from './compare-source.ts';
import { plainWord } from './words.ts';
import { compareIndicatorRows, compareProjectRows, compareWorkbook, placesOf } from './compare-tables.ts';
import { linesOf, readFrontMatter } from './front-matter.ts';
import { isShownAs } from './is-shown-as.ts';
import { pagesOfProject } from './pages-of-project.ts';
import { readCsv } from './read-tables.ts';
import type { Comparison, RecordedDisclosure, RecordedProject } from './record.ts';
import type { Vocabulary } from './words.ts';

/** Where a source is published: its projects, and its results of each year. */
export interface Folders {
  /** `<year>/<file>`. Undefined: it has no projects. */
  projects: string | undefined;
  /** `<year>/<file>/results`. */
  results: readonly string[];
}

/** The outputs by their paths in the site. */
export type Files = ReadonlyMap<string, Buffer>;

/** The first of the folders of a source. */
export function firstOf({ projects, results }: Folders): string {
  return projects ?? results[0] ?? '';
}

export function compareBody(
  source: { path: string; bytes: Buffer },
  folders: Folders,
  files: Files,
  missing: readonly string[],
  vocabulary: Vocabulary,
  site: BuiltSite,
): Comparison & { projects: number } {
  const lines = linesOf(source.bytes);
  const folder = firstOf(folders);
  const parts = [
    ...(folders.projects === undefined ? [] : [`${folders.projects}/disclosure.json`]),
    ...folders.results.map((each) => `${each}/results.json`),
  ].map((file) => ({ ...NOTHING, ...Object(JSON.parse(read(files, file) || '{}')) }) as RecordedDisclosure);
  const notices = parts.flatMap((part) => part.notices);
  const disclosure: RecordedDisclosure = {
    projects: parts.flatMap((part) => part.projects),
    results: parts.flatMap((part) => part.results),
    overall: parts.flatMap((part) => part.overall ?? []),
    // The files of one source may share some.
    notices: notices.filter(
      (notice, index) => notices.findIndex((each) => isDeepStrictEqual(each, notice)) === index,
    ),
  };
  const { projects, results } = disclosure;
  const front = readFrontMatter(lines);
  const publisher = front.publisher ?? sharedBody(projects) ?? basename(folder);
  const total = { cells: 0, losses: missing.map((file) => `没有 ${file}`), projects: projects.length };
  const addFile = (file: string, compare: (bytes: Buffer) => Comparison) => {
    const bytes = files.get(file);
    if (!bytes) return;
    const { cells, losses } = compareSafely(() => compare(bytes));
    total.cells += cells;
    total.losses.push(...losses.map((loss) => `${loss}（${file}）`));
  };
  const add = (name: string, compare: (bytes: Buffer) => Comparison) => {
    addFile(`${folder}/${name}`, compare);
  };
  const sha256 = hash('sha256', source.bytes);
  const data = folders.projects === undefined ? 'results.json' : 'disclosure.json';
  add(data, () => compareSource(lines, disclosure, vocabulary));
  add(data, () => ({
    cells: 0,
    losses: [...projects, ...results].flatMap((item) =>
      checkSource(item, source.path, sha256, [...folders.results, folders.projects]),
    ),
  }));
  const overall = disclosure.overall ?? [];
  add(data, () => ({
    cells: 0,
    losses: overall.flatMap((each, index) => {
      const id = `${folder}#overall${index === 0 ? '' : `-${index + 1}`}`;
      const isOfBody = each.id === id && String(each.year) === folder.slice(0, 4);
      const isRight = isOfBody && each.source.path === source.path && each.source.sha256 === sha256;
      return isRight
        ? []
        : [`整体绩效目标 ${each.id} 写的来源是 ${each.source.path}（${each.source.sha256}）`];
    }),
  }));
  for (const each of [...(folders.projects === undefined ? [] : [folders.projects]), ...folders.results]) {
    addFile(`${each}/source.txt`, (bytes) => ({
      cells: 0,
      losses: bytes.equals(source.bytes) ? [] : ['与原文件不是逐字节相同'],
    }));
    addFile(`${each}/source/index.html`, (bytes) =>
      compareSourcePage(bytes.toString(), { lines, site }, each),
    );
  }
  if (folders.projects === undefined) return total;
  const tables = [`projects.csv`, `indicators.csv`].map((name) => readCsv(read(files, `${folder}/${name}`)));
  const [projectRows = [], indicatorRows = []] = tables;
  // A telephone number in a name is masked.
  const shown = placesOf(projectRows, 'publisher')[0] ?? '';
  const body = {
    origin: site.origin,
    publisher: isShownAs(publisher, shown) ? shown : publisher,
    lines,
    names: projects.map(({ name }) => plainWord(name)),
  };
  const ownNotices = parts[0]?.notices ?? [];
  const published = {
    lines,
    notices: ownNotices,
    projects,
    site,
    front: { ...front, publisher: body.publisher },
  };
  add('projects.csv', () => compareProjectRows(projectRows, sortLike(projectRows, projects), body));
  add('indicators.csv', () => compareIndicatorRows(indicatorRows, sortLike(projectRows, projects), body));
  add('disclosure.xlsx', (bytes) =>
    compareWorkbook(bytes, projectRows, indicatorRows, { ...disclosure, notices: ownNotices }),
  );
  for (const project of projects) {
    const place = project.id.slice(folder.length + 1);
    const rows = readCsv(read(files, `${project.id}/indicators.csv`));
    const anchors = placesOf(rows, 'page').map((page) => page.replace(/.*#/, ''));
    const pages = pagesOfProject(project.id, (file) => files.has(file)).map((file) => read(files, file));
    add(`${place}/index.html`, () => comparePage(pages, project, anchors, published));
    add(`${place}/index.html`, () => ({
      cells: 1,
      losses: compareShareImage(pages, files.get(`${project.id}/share.png`), project, body.publisher, {
        origin: site.origin,
        siteName: site.facts['name'] ?? '',
      }),
    }));
    if (site.isEmbedded)
      add(`${place}/embed/index.html`, (bytes) =>
        compareEmbedded(bytes.toString(), project, anchors, body.publisher),
      );
    add(`${place}/project.json`, (bytes) => ({
      cells: 1,
      losses:
        JSON.stringify(JSON.parse(bytes.toString())) === JSON.stringify(project)
          ? []
          : [`${project.source.startLine} 行起 “${project.name}”与 disclosure.json 不同`],
    }));
    add(`${place}/projects.csv`, (bytes) => compareProjectRows(readCsv(bytes.toString()), [project], body));
    add(`${place}/indicators.csv`, () => compareIndicatorRows(rows, [project], body));
  }
  return total;
}

const NOTHING: RecordedDisclosure = { projects: [], results: [], notices: [] };

/** The spending unit that all projects share, else their department. */
export function sharedBody(
  projects: readonly Pick<RecordedProject, 'spendingUnit' | 'department'>[],
): string | undefined {
  const shared = (['spendingUnit', 'department'] as const).map(
    (field) => new Set(projects.map((project) => project[field])),
  );
  return (
    shared
      .find((names) => names.size === 1 && !names.has(null))
      ?.values()
      .next().value ?? undefined
  );
}

/** A file that can't be read is a loss. */
export function compareSafely(compare: () => Comparison): Comparison {
  try {
    return compare();
  } catch (error) {
    return { cells: 0, losses: [`读不出：${String(error)}`] };
  }
}

function checkSource(
  { name, source, id }: Pick<RecordedProject, 'name' | 'source' | 'id'>,
  path: string,
  sha256: string,
  folders: readonly (string | undefined)[],
): string[] {
  const isRight = source.path === path && source.sha256 === sha256 && folders.includes(dirname(id));
  return isRight ? [] : [`“${name}”写的来源是 ${source.path}（${source.sha256}）`];
}

/** Projects in the order of a table, which sorts them its own way. */
function sortLike(rows: readonly string[][], projects: readonly RecordedProject[]): RecordedProject[] {
  const places = new Map(rows.map(([id = ''], index) => [id, index]));
  return [...projects].sort((a, b) => (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0));
}

function read(files: Files, file: string): string {
  return files.get(file)?.toString() ?? '';
}
