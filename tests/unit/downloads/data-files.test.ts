import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { read, utils } from '@e965/xlsx';
import { expect, test } from 'vitest';
import { VFile } from 'vfile';
import { dataFiles, PROJECT_FILES, SET_FILES } from '../../../src/downloads/data-files.ts';
import { toDataSets, type DataSet, type DataSource } from '../../../src/downloads/data-set.ts';
import { filesInWorker } from '../../../src/downloads/files-in-worker.ts';
import { tellApart } from '../../../src/display/tell-apart.ts';
import { readDisclosure } from '../../../src/content/read-disclosure.ts';
import { must } from '../../../src/record/must.ts';
import { toPublishedNotice, toPublishedProject } from '../../../src/record/published-disclosure.ts';
import { school, water } from './a-source.ts';

const path = 'content/disclosures/2026/dongguan-zhishu-jiguan-gongwei.md';
const set = setOf(readFileSync(path));
const [{ projects }] = set.sources;
const context = { url: undefined, licence: undefined, commit: null };
const indicators = projects.reduce((count, project) => count + project.indicators.length, 0);

function setOf(value: Buffer | string): DataSet & { sources: [DataSource] } {
  const { projects, notices, publication, sha256 } = readDisclosure(new VFile({ path, value }));
  const source: DataSource = {
    id: '2026/gongwei',
    year: 2026,
    publisher: '某单位',
    publication,
    path,
    sha256,
    commit: null,
    bytes: value.length,
    notices,
    projects,
    apart: tellApart(projects),
    overall: [],
  };
  return { id: '2026', kind: 'year', title: '标题', sources: [source], results: null };
}

/** A table whose form asks for little. */
function bareTable(unit: string): string {
  return [
    ...[
      '## 项目绩效目标表',
      '',
      '项目名称\t河道清淤',
      `用款单位\t${unit}`,
      '2026年预算金额（元）\t30,000.00',
    ],
    ...['绩效指标\t一级指标\t二级指标\t三级指标\t指标值', '\t产出指标\t数量指标\t清淤长度\t3公里', ''],
  ].join('\n');
}

/** The cells of a CSV's column, below its name. */
function columnOf(set: DataSet, file: string, name: string): string[] {
  const csv = dataFiles(set, context).find((made) => made.name === file);
  const rows = parse<Record<string, string>>(Buffer.from(csv?.bytes ?? []), { bom: true, columns: true });
  return rows.map((row) => row[name] ?? 'no such column');
}

function workbookOf(mostRows?: number) {
  const files = dataFiles(set, context, mostRows);
  const file = files.find(({ name }) => name === 'disclosure.xlsx');
  const book = read(file?.bytes);
  const rowsOf = (sheet: string) => utils.sheet_to_json<string[]>(book.Sheets[sheet] ?? {}, { header: 1 });
  return { files, label: file?.label, sheets: book.SheetNames, rowsOf };
}

test('a workbook holds projects and indicators', () => {
  const { sheets, rowsOf } = workbookOf(indicators);
  expect(sheets).toEqual(['项目', '指标', '提示', '说明']);
  const [header] = rowsOf('指标');
  expect(header?.slice(0, 8)).toEqual([
    ...['预算年度', '发布单位', '项目名称', '一级指标', '二级指标', '三级指标'],
    ...['年度指标值', '实施周期指标值'],
  ]);
  expect(header?.slice(-2)).toEqual(['指标编号', '项目编号']);
  const [, ...notices] = rowsOf('提示');
  expect(notices.map(([, , , message]) => message)).toEqual(
    set.sources[0].notices.map(({ message }) => message),
  );
  for (const [sheet, column, text, english] of rowsOf('说明').slice(3)) {
    expect([sheet, text]).not.toContain('');
    expect(english).toMatch(/^[A-Z].*\.$/);
    if (column) expect(rowsOf(sheet ?? '')[0]).toContain(column);
  }
  expect(rowsOf('指标')).toHaveLength(indicators + 1);
});

test('a set with too many indicators keeps its workbook, which says where they are', () => {
  const whole = workbookOf();
  const { files, label, sheets, rowsOf } = workbookOf(indicators - 1);
  expect(sheets).toEqual(['项目', '提示', '说明']);
  expect(rowsOf('项目')).toEqual(whole.rowsOf('项目'));
  expect(rowsOf('说明').flat().join()).toContain(`指标共 ${indicators} 行`);
  expect(label).toContain('指标太多');
  const csvOf = (all: typeof files) => all.find(({ name }) => name === 'indicators.csv')?.bytes;
  expect(csvOf(files)).toEqual(csvOf(whole.files));
});

test('a column names the columns for which the form does not ask', () => {
  const bare = setOf(bareTable('河道管理所'));
  expect(columnOf(bare, 'projects.csv', 'not_asked')).toEqual([
    JSON.stringify([
      ...['type', 'level', 'department', 'period_start', 'period_end', 'period_open_ended'],
      ...['period_goal', 'annual_goal'],
    ]),
  ]);
  expect(columnOf(bare, 'indicators.csv', 'not_asked')).toEqual(['["period_target"]']);
});

test('projects of one name have different texts in a column of their indicators, also one by one', () => {
  const twins = setOf(['河道管理所', '水利所'].map(bareTable).join('\n'));
  expect(columnOf(twins, 'indicators.csv', 'project_apart')).toEqual(['河道管理所', '水利所']);
  const ofEach = toDataSets('站', twins.sources).filter(({ kind }) => kind === 'project');
  expect(ofEach.map((each) => columnOf(each, 'indicators.csv', 'project_apart'))).toEqual([
    ['河道管理所'],
    ['水利所'],
  ]);
  expect(columnOf(setOf(bareTable('水利所')), 'indicators.csv', 'project_apart')).toEqual(['']);
});

test('no column is named where the form asks for everything', () => {
  for (const file of ['projects.csv', 'indicators.csv'])
    expect(new Set(columnOf(set, file, 'not_asked'))).toEqual(new Set(['']));
});

test('a thread keeps its process alive while it works, and ends with the build', async () => {
  const ports = () => process.getActiveResourcesInfo().filter((name) => name === 'MessagePort').length;
  await using resources = new AsyncDisposableStack();
  const make = filesInWorker(process.cwd(), context, resources);
  const made = make(set);
  const busy = ports();
  await made;
  expect(ports()).toBeLessThan(busy);
  let isMade = false;
  void make(set).then(() => (isMade = true));
  await resources.disposeAsync();
  await expect.poll(ports).toBeLessThan(busy);
  expect(isMade).toBe(false);
});

test('a thread makes the same files, in the order in which it was asked, and another after it has ended', async () => {
  await using resources = new AsyncDisposableStack();
  const make = filesInWorker(process.cwd(), context, resources);
  const body = { ...set, id: '2026/gongwei', kind: 'body' } satisfies DataSet;
  const made = await Promise.all([make(set), make(body)]);
  expect(made).toEqual([dataFiles(set, context), dataFiles(body, context)]);
  await resources.disposeAsync();
  expect(await make(body)).toEqual(made[1]);
});

test('what a thread can not make is an error for all that wait, and does not end the next', async () => {
  await using resources = new AsyncDisposableStack();
  const make = filesInWorker(process.cwd(), context, resources);
  const broken = { ...set, sources: null } as unknown as DataSet;
  const made = await Promise.allSettled([make(broken), make(set)]);
  expect(made.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(await make(set)).toEqual(dataFiles(set, context));
});

const shapeOf = (of: DataSet) => dataFiles(of, context).map(({ name, mediaType }) => [name, mediaType]);

test('a set has its workbook, its tables, its JSON and their description, and says the digest of each', () => {
  const csv = 'text/csv';
  expect(shapeOf(set)).toEqual([
    ['disclosure.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ...[
      ['projects.csv', csv],
      ['indicators.csv', csv],
    ],
    ...[
      ['disclosure.json', 'application/json'],
      ['datapackage.json', 'application/json'],
    ],
  ]);
  expect(shapeOf(set).map(([name]) => name)).toEqual(SET_FILES);
  for (const { bytes, sha256, label } of dataFiles(set, context)) {
    expect(sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect(label).not.toBe('');
  }
});

test('a project has its JSON and its tables alone', () => {
  const [project] = toDataSets('示例市', [water]).filter(({ kind }) => kind === 'project');
  const ofProject = must(project);
  expect(shapeOf(ofProject)).toEqual([
    ['project.json', 'application/json'],
    ['projects.csv', 'text/csv'],
    ['indicators.csv', 'text/csv'],
  ]);
  expect(shapeOf(ofProject).map(([name]) => name)).toEqual(PROJECT_FILES);
  expect(jsonOf(ofProject, 'project.json')).toEqual(toPublishedProject(must(water.projects[0])));
});

/** A JSON file of a set. */
function jsonOf(of: DataSet, name: string): unknown {
  const { bytes } = must(dataFiles(of, context).find((file) => file.name === name));
  return JSON.parse(Buffer.from(bytes).toString());
}

test('the JSON of a set has the projects and notices of all its sources', () => {
  const both: DataSet = { id: '', kind: 'site', title: '示例市', sources: [water, school], results: null };
  expect(jsonOf(both, 'disclosure.json')).toEqual({
    projects: [...water.projects, ...school.projects].map(toPublishedProject),
    notices: [...water.notices, ...school.notices].map(toPublishedNotice),
  });
  const files = dataFiles(both, context);
  const { resources } = jsonOf(both, 'datapackage.json') as { resources: { path: string; hash: string }[] };
  expect(resources.map(({ path, hash }) => [path, hash])).toEqual(
    files.slice(1, 3).map(({ name, sha256 }) => [name, `sha256:${sha256}`]),
  );
});

test.each([
  ['', 'https://example.gov.cn/'],
  ['2026', 'https://example.gov.cn/2026/'],
])('the workbook of the set “%s” leads to its page %s, and its cells to theirs', (id, home) => {
  const of: DataSet = { id, kind: 'year', title: '示例市', sources: [water], results: null };
  const [file] = dataFiles(of, { ...context, url: 'https://example.gov.cn' });
  const { Sheets } = read(file?.bytes);
  expect(Sheets['说明']?.['C2']).toMatchObject({ v: '示例市', l: { Target: home } });
  expect(Sheets['项目']?.['C2']).toMatchObject({
    v: '河道保洁',
    l: { Target: 'https://example.gov.cn/2026/water/he-dao-bao-jie/' },
  });
  expect(Sheets['提示']?.['D2']).toMatchObject({
    l: { Target: 'https://example.gov.cn/2026/water/he-dao-bao-jie/#L1' },
  });
});
