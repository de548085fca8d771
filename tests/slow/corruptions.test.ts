/**
 * 200 corruptions of the published source. Each must leave the right records, or be told by an error or warning at its place:
 * a wrong reading that nothing is said of would be published as the office's word.
 */
import { readFileSync } from 'node:fs';
import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { checkIds } from '../../src/identity/check-ids.ts';
import { checkRecorded } from '../../src/identity/check-recorded.ts';
import { readPermalinks } from '../../src/identity/permalinks.ts';
import { seededRandom } from '../../scripts/bench/seeded-random.ts';
import { readDisclosure } from '../../src/content/read-disclosure.ts';
import type { Notice, Project } from '../../src/record/disclosure-schema.ts';

const PATH = 'disclosures/2026/dongguan-zhishu-jiguan-gongwei.md';
const source = readFileSync(`content/${PATH}`, 'utf8');
const read = (value: string) => readDisclosure(new VFile({ path: PATH, value }));
const COUNT = 200;

/** What the project has published of the source: `npm run check` knows it. */
const published = readPermalinks('content').permalinks;
/** A file that comes for the first time. */
const unknown = { ...published, names: {} };

/** A corrupted source, and the lines of it at which the damage may be told: those of the tables that it touches. */
interface Corruption {
  kind: string;
  text: string;
  from: number;
  to: number;
}

const lines = source.split('\n');
/** First and last line of each table, its heading included; from 0. */
const tables = lines.flatMap((line, start) => {
  if (!line.startsWith('项目名称')) return [];
  const after = lines.findIndex((other, index) => index > start && !other.includes('\t'));
  return [{ title: start - 2, start, end: (after < 0 ? lines.length : after) - 1 }];
});

const makers: Record<string, (random: (below: number) => number) => Corruption> = {
  'a deleted tab': (random) => {
    const tabs = [...source.matchAll(/\t/g)].map(({ index }) => index);
    const at = tabs[random(tabs.length)] ?? 0;
    const line = source.slice(0, at).split('\n').length;
    return { kind: 'a deleted tab', text: source.slice(0, at) + source.slice(at + 1), ...reach(line) };
  },
  'two columns swapped': (random) => {
    const table = tables[random(tables.length)] ?? { start: 0, end: 0, title: 0 };
    const a = random(6);
    const b = (a + 1 + random(5)) % 6;
    const changed = lines.map((line, index) => {
      if (index < table.start || index > table.end) return line;
      const cells = line.split('\t');
      while (cells.length < 6) cells.push('');
      [cells[a], cells[b]] = [cells[b] ?? '', cells[a] ?? ''];
      return cells.join('\t');
    });
    return {
      kind: 'two columns swapped',
      text: changed.join('\n'),
      from: table.title + 1,
      to: table.end + 1,
    };
  },
  'a lost heading': (random) => {
    const table = tables[random(tables.length)] ?? { start: 0, end: 0, title: 0 };
    const header = lines.findIndex((line, index) => index > table.start && line.includes('三级指标'));
    const [lost, to] = [
      [table.title, table.end],
      [table.start, table.end],
      [header, table.end],
      [table.start - 1, table.end],
    ][random(4)] as [number, number];
    const count = lost === table.title ? 2 : 1;
    const changed = lines.filter((_, index) => index < lost || index >= lost + count);
    return {
      kind: 'a lost heading',
      text: changed.join('\n'),
      from: Math.max(1, table.title - 1),
      to: to + 1,
    };
  },
  'a cut file': (random) => {
    const text = source.slice(0, 200 + random(source.length - 200));
    const last = text.split('\n').length;
    return { kind: 'a cut file', text, from: reach(last).from, to: last };
  },
  'a doubled table': (random) => {
    const table = tables[random(tables.length)] ?? { start: 0, end: 0, title: 0 };
    const from = random(2) === 0 ? table.title : table.start;
    const copy = lines.slice(from, table.end + 1);
    const changed = [...lines.slice(0, table.end + 1), ...copy, ...lines.slice(table.end + 1)];
    return {
      kind: 'a doubled table',
      text: changed.join('\n'),
      from: table.title + 1,
      to: table.end + 1 + copy.length,
    };
  },
};

/** Lines of the table that holds a line, from 1. */
function reach(line: number): { from: number; to: number } {
  const table = tables.findLast(({ title }) => title < line) ?? tables[0];
  return { from: (table?.title ?? 0) + 1, to: (table?.end ?? 0) + 1 };
}

const rightRecords = new Set(read(source).projects.map(essence));
const usual = new Set(read(source).notices.map(toKey));

/** What a project says, without where it stands. */
function essence(project: Project): string {
  return JSON.stringify({
    ...project,
    source: null,
    indicators: project.indicators.map((indicator) => ({ ...indicator, line: 0 })),
    otherFields: project.otherFields.map((field) => ({ ...field, line: 0 })),
  });
}
function toKey({ rule, message }: Notice): string {
  return `${rule} ${message.replaceAll(/第 \d+ 行/g, '')}`;
}

test(`${COUNT} corruptions of the source end in right records, or in an error or warning at their place`, () => {
  const random = seededRandom(2026);
  const pick = (below: number) => Math.floor(random() * below);
  const outcomes: Outcomes = {};
  const ofNewFile: Outcomes = {};
  const silent: string[] = [];
  for (let index = 0; index < COUNT; index += 1) {
    const names = Object.keys(makers);
    const make = makers[names[index % names.length] ?? ''];
    if (!make) continue;
    const corruption = make(pick);
    const outcome = judge(corruption, published);
    count(outcomes, corruption.kind, outcome);
    count(ofNewFile, corruption.kind, judge(corruption, unknown));
    if (outcome === INFO || outcome === SILENT) silent.push(describe(corruption));
  }
  console.log('A file that was published before:');
  console.table(outcomes);
  console.log('The same files, were they new:');
  console.table(ofNewFile);
  expect(silent).toEqual([]);
  expect(Object.values(ofNewFile).map((row) => row[SILENT])).toEqual(Object.keys(makers).map(() => 0));
});

test('a cut at either side of any line end is told by an error or warning, where the file was published before', () => {
  const ends = [...source.matchAll(/\n/g)]
    .flatMap(({ index }) => [index, index + 1])
    .filter((end) => end > source.indexOf('\t'));
  const untold = ends.filter((end) => {
    const text = source.slice(0, end);
    const to = text.trimEnd().split('\n').length;
    const outcome = judge({ kind: 'cut', text, from: reach(to).from, to }, published, true);
    return outcome !== 'error' && outcome !== 'warning' && !text.startsWith(source.trimEnd());
  });
  expect(ends.length).toBeGreaterThan(250);
  expect(untold).toEqual([]);
});

type Outcomes = Record<string, Record<string, number>>;
const INFO = 'info: no line end';
const SILENT = 'SILENT, wrong';

function count(outcomes: Outcomes, kind: string, outcome: string): void {
  const row = (outcomes[kind] ??= { 'right records': 0, error: 0, warning: 0, [INFO]: 0, [SILENT]: 0 });
  row[outcome] = (row[outcome] ?? 0) + 1;
}

/**
 * @param record What was published before, by id.
 * @param isStrict Right records are not enough: something must be said.
 */
function judge({ text, from, to }: Corruption, record: typeof published, isStrict = false): string {
  const { projects, notices } = readWithIds(text, record);
  const said = (severity: string) =>
    notices.some(
      (notice) =>
        notice.severity === severity && notice.line >= from && notice.line <= to && !usual.has(toKey(notice)),
    );
  if (said('error')) return 'error';
  const isRight = projects.length > 0 && projects.every((project) => rightRecords.has(essence(project)));
  // A cut file has fewer projects; a file that ends before a table holds no trace of it.
  if (isRight && !isStrict) return 'right records';
  if (said('warning')) return 'warning';
  // A new file cut at the very end of a row is a whole table of fewer rows: only its missing line end is left to tell.
  const isTold = notices.some(({ rule, line }) => rule === 'file/no-line-end' && line === to);
  return isTold ? INFO : SILENT;
}

/** As `npm run check` reads it: two projects of one name are an error too, and one that was published and is gone a warning. */
function readWithIds(text: string, record: typeof published) {
  const { projects, results, notices } = read(text);
  const ofFile = checkRecorded({ path: PATH, text, projects, results, record });
  return { projects, notices: [...notices, ...checkIds(projects), ...ofFile] };
}

function describe({ kind, text, from, to }: Corruption): string {
  const changed = text.split('\n').findIndex((line, index) => line !== lines[index]);
  return `${kind}, lines ${from} to ${to}, first at ${changed + 1}; ends: ${JSON.stringify(text.slice(-60))}`;
}
