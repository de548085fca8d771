import { createHash } from 'node:crypto';
import { read } from '@e965/xlsx';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DataFile } from '../../../src/downloads/data-file.ts';
import { ANSWERED_FILES, dataFiles, fileNames, SET_FILES } from '../../../src/downloads/data-files.ts';
import { toDataSets } from '../../../src/downloads/data-set.ts';
import { unguardFormula } from '../../../src/downloads/guard-formula.ts';
import { jsonSchemas, resultSchemas } from '../../../src/downloads/json-schemas.ts';
import { RESULT_FILES } from '../../../src/downloads/result-files.ts';
import { resultIndicatorTable } from '../../../src/downloads/result-indicator-table.ts';
import { resultIndicatorRows, resultRows } from '../../../src/downloads/result-set.ts';
import { resultTable } from '../../../src/downloads/result-table.ts';
import { toCsv } from '../../../src/downloads/to-csv.ts';
import { must } from '../../../src/record/must.ts';
import { toPublishedNotice, toPublishedResult } from '../../../src/record/published-disclosure.ts';
import { dataPackageProfile } from '../../helpers/data-package-profile.ts';
import { findRowFaults, type Row, type TableSchema } from '../../helpers/find-row-faults.ts';
import { answers, resultsOf, targets, targetsOf } from './a-result-source.ts';
import { readSheets } from './read-sheets.ts';

const context = { url: 'https://example.gov.cn', licence: undefined, commit: null };
const sources = [targetsOf(2026, { name: '河道保洁' }), targets];
const sets = toDataSets('示例市', sources, [answers, resultsOf(2024, [], { name: '河道清淤' })]);
const without = toDataSets('示例市', sources);
const toPath = (path: string) => path;
const setAt = (id: string, of = sets) => must(of.find((set) => set.id === id));
const filesAt = (id: string, of = sets) =>
  new Map(dataFiles(setAt(id, of), context).map((file) => [file.name, file]));
const textOf = (file: DataFile | undefined) => Buffer.from(must(file).bytes).toString();
const rowsOf = (file: DataFile | undefined) => parse<Row>(textOf(file), { bom: true, columns: true });

test.each<[id: string, names: readonly string[]]>([
  ['', [...SET_FILES.slice(0, -1), ...ANSWERED_FILES]],
  ['2026', SET_FILES],
  ['2025', [...SET_FILES.slice(0, -1), ...ANSWERED_FILES]],
  ['2024', ANSWERED_FILES],
  ['2025/water', SET_FILES],
  ['2025/water/results', ANSWERED_FILES],
  ['2025/water/results/he-dao-bao-jie', RESULT_FILES],
])('the set “%s” has its files, each with its digest, and no others', (id, names) => {
  const files = dataFiles(setAt(id), context);
  expect(files.map(({ name }) => name)).toEqual(names);
  expect(fileNames(setAt(id))).toEqual(names);
  for (const { bytes, sha256, label } of files) {
    expect(sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect(label).not.toBe('');
  }
});

test('what has no results is, byte for byte, what a site without any has', () => {
  for (const id of ['2026', '2026/water', '2025/water', '2025/water/he-dao-bao-jie'])
    expect(filesAt(id)).toEqual(filesAt(id, without));
  // Where there are results, only the description of the tables says so.
  for (const id of ['', '2025'])
    for (const name of SET_FILES.slice(0, -1))
      expect(filesAt(id).get(name)?.sha256).toBe(must(filesAt(id, without).get(name)).sha256);
  const labelOf = (of: typeof sets) => filesAt('', of).get('disclosure.json')?.label;
  expect([labelOf(without), labelOf(sets)]).toEqual(['全部内容和提示（JSON）', '全部项目和提示（JSON）']);
  expect(fileNames(setAt('', without))).toEqual(SET_FILES);
});

const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true, strictTypes: false });
(addFormats as unknown as { default: (instance: Ajv2020) => void }).default(ajv);
const isPackage = ajv.compile(dataPackageProfile);

interface Descriptor {
  title: string;
  homepage: string;
  description: string;
  keywords: string[];
  sources: { title: string }[];
  resources: { name: string; path: string; bytes: number; hash: string; schema: TableSchema }[];
}

test.each([
  ['', ['projects', 'indicators', 'results', 'result-indicators'], '/'],
  ['2025', ['projects', 'indicators', 'results', 'result-indicators'], '/2025/'],
  ['2024', ['results', 'result-indicators'], '/2024/results/'],
  ['2025/water/results', ['results', 'result-indicators'], '/2025/water/results/'],
])('the Data Package of “%s” describes the tables %j, which keep to it', (id, names, page) => {
  const files = filesAt(id);
  const described = JSON.parse(textOf(files.get('datapackage.json'))) as Descriptor;
  expect([isPackage(described), isPackage.errors]).toEqual([true, null]);
  expect(described.resources.map(({ name }) => name)).toEqual(names);
  expect(described.homepage).toBe(`https://example.gov.cn${page}`);
  expect(described.keywords).toContain('绩效自评');
  expect(described.description).toContain('《项目支出绩效自评表》的全部自评和指标。原文逐字保留');
  const tables = Object.fromEntries(
    described.resources.map(({ name, path }) => [name, rowsOf(files.get(path))]),
  );
  for (const { name, path, bytes, hash, schema } of described.resources) {
    const file = must(files.get(path));
    expect([bytes, hash]).toEqual([file.bytes.length, `sha256:${file.sha256}`]);
    expect(must(tables[name]).length).toBeGreaterThan(0);
    expect(findRowFaults(schema, must(tables[name]), tables)).toEqual([]);
  }
});

test('results lead to projects and indicators in a package that has these, and only there', () => {
  const keysOf = (id: string) => {
    const { resources } = JSON.parse(textOf(filesAt(id).get('datapackage.json'))) as Descriptor;
    return resources.flatMap(({ schema }) => (schema.foreignKeys ?? []).map(({ fields }) => fields[0]));
  };
  expect(keysOf('2025')).toEqual(['project_id', 'project_id', 'result_id', 'indicator_id']);
  expect(keysOf('2025/water/results')).toEqual(['result_id']);
  const { title, sources: named } = JSON.parse(textOf(filesAt('').get('datapackage.json'))) as Descriptor;
  expect(title).toBe('示例市：全部项目的绩效目标和自评');
  expect(named.map((source) => source.title)).toEqual([
    '示例市水务局2026年项目绩效目标表',
    '示例市水务局2025年项目绩效目标表',
    '示例市水务局2025年项目支出绩效自评表',
    '示例市水务局2024年项目支出绩效自评表',
  ]);
});

test('the JSON has the whole records, and keeps to the schemas', () => {
  const published = answers.results.map(({ result }) => toPublishedResult(result));
  const ofFile = JSON.parse(textOf(filesAt('2025/water/results').get('results.json'))) as object;
  expect(ofFile).toEqual({ results: published, notices: answers.notices.map(toPublishedNotice) });
  const one = JSON.parse(textOf(filesAt('2025/water/results/he-dao-bao-jie').get('result.json'))) as object;
  expect(one).toEqual(published[0]);
  const isResult = ajv.compile(resultSchemas.result);
  expect(isResult(one)).toBe(true);
  for (const other of [
    { ...one, bodyId: '2025/water' },
    { ...one, year: '2025' },
    { ...one, id: undefined },
  ])
    expect(isResult(JSON.parse(JSON.stringify(other)))).toBe(false);
  expect(resultSchemas.result.$schema).toBe(jsonSchemas.project.$schema);
});

test('a workbook has results, their indicators, their notices, and what each column is', () => {
  const book = filesAt('2025').get('results.xlsx');
  const sheets = readSheets(must(book).bytes);
  expect(Object.keys(sheets)).toEqual(['自评', '自评指标', '提示', '说明']);
  expect(sheets['自评']?.map((row) => row.slice(0, 7))).toEqual([
    ['年度', '发布单位', '项目名称', '全年执行数（元）', '执行率', '总分', '满分'],
    [2025, '示例市水务局', '河道保洁', 93100, 98, 97.8, 100],
    [2025, '示例市水务局', '=水质监测', 93100, 98, 97.8, 100],
  ]);
  expect(sheets['自评指标']).toHaveLength(1 + 8);
  expect(sheets['提示']?.slice(1).map((row) => row[3])).toEqual(
    answers.notices.map(({ message }) => message),
  );
  for (const [sheet, column, text, english] of must(sheets['说明']).slice(3) as string[][]) {
    expect([sheet, text]).not.toContain('');
    expect(english).toMatch(/^[A-Z].*\.$/);
    if (column) expect(sheets[sheet ?? '']?.[0]).toContain(column);
  }
  const { Sheets } = read(must(book).bytes);
  const target = (sheet: string, cell: string) =>
    (Sheets[sheet]?.[cell] as { l?: { Target: string } }).l?.Target;
  expect([target('自评', 'C2'), target('说明', 'C2')]).toEqual([
    'https://example.gov.cn/2025/water/results/he-dao-bao-jie/',
    'https://example.gov.cn/2025/results/',
  ]);
});

test('a workbook of too many indicators has its results alone, and says where the others are', () => {
  const [book, ...others] = dataFiles(setAt('2025/water/results'), context, 7);
  const sheets = readSheets(must(book).bytes);
  expect(Object.keys(sheets)).toEqual(['自评', '提示', '说明']);
  expect(must(book).label).toContain('指标太多');
  expect(sheets['说明']?.flat().join()).toContain('自评指标共 8 行');
  expect(sheets['说明']?.flat().join()).toContain('result-indicators.csv');
  expect(others.map(({ sha256 }) => sha256)).toEqual(
    dataFiles(setAt('2025/water/results'), context, 8)
      .slice(1)
      .map(({ sha256 }) => sha256),
  );
});

test('any text comes back from the CSV as it was written, and none is a formula', () => {
  const [answered] = answers.results;
  const { result, rows, project } = must(answered);
  const texts = fc.oneof(
    fc.string({ unit: 'grapheme', minLength: 1 }),
    fc.string({ unit: 'grapheme' }).map((text) => `=${text}`),
  );
  const cellsIn = (bytes: Uint8Array) => parse<Row>(Buffer.from(bytes), { bom: true, columns: true })[0];
  fc.assert(
    fc.property(texts, texts, texts, (name, goal, reason) => {
      const row = must(rows[0]);
      const answer = { ...must(row.answer), reason };
      const changed = {
        ...{ project, rows: [{ ...row, answer }] },
        result: { ...result, name, goals: { ...result.goals, actual: goal } },
      };
      const set = { title: '', sources: [{ ...answers, results: [changed] }] };
      const line = cellsIn(toCsv(resultTable(toPath), resultRows(set)));
      const indicator = cellsIn(toCsv(resultIndicatorTable(toPath), resultIndicatorRows(set)));
      const cells = [line?.['name'], line?.['actual_goal'], indicator?.['reason']].map((cell) => cell ?? '');
      expect(cells.map(unguardFormula)).toEqual([name, goal, reason]);
      expect(cells.filter((cell) => /^[=+@]/.test(cell))).toEqual([]);
    }),
  );
});
