import { expect, test } from 'vitest';
import { sheetColumns } from '../../../src/downloads/column.ts';
import { projectTable } from '../../../src/downloads/project-table.ts';
import { must } from '../../../src/record/must.ts';
import { school, water } from './a-source.ts';
import { cellsOf, linksOf, schemaOf } from './read-columns.ts';

const makeTable = () => projectTable((path) => `https://example.gov.cn${path}`);
const rowOf = (source: typeof water, place = 0) => ({ project: must(source.projects[place]), source });

test('a row holds all that the table of a project says', () => {
  const table = makeTable();
  expect(cellsOf(table, rowOf(water))).toEqual({
    id: '2026/water/he-dao-bao-jie',
    year: 2026,
    publisher: '示例市水务局',
    name: '河道保洁',
    type: '其他运转类（综合类）',
    level: '二级项目',
    department: '示例市水务局',
    spending_unit: '示例市水务局',
    period_start: 2026,
    period_end: 2099,
    period_open_ended: true,
    budget_yuan: '27700.00',
    budget_text: '27700.00',
    period_goal: '保持河道清洁。',
    annual_goal: '保持河道清洁。',
    indicator_count: 4,
    other_fields: '[{"label":"项目代码","value":"X-1","line":4}]',
    page: 'https://example.gov.cn/2026/water/he-dao-bao-jie/',
    source_path: 'disclosures/2026/water.md',
    source_line: 1,
    source_end_line: 19,
    budget_line: 10,
    source_sha256: water.sha256,
    not_asked: null,
  });
});

test('each field of the record has a column of its own', () => {
  const table = makeTable();
  const { project } = rowOf(water);
  const filled = {
    ...project,
    ...{ type: '甲', level: '乙', department: '丙', spendingUnit: '丁' },
    ...{ goals: { period: '三年', annual: '一年' }, budget: { text: '2.5万', yuan: '25000.00' } },
    period: { start: 2024, end: 2026, openEnded: false },
  };
  expect(cellsOf(table, { project: filled, source: { ...water, publisher: '戊' } })).toMatchObject({
    ...{ publisher: '戊', type: '甲', level: '乙', department: '丙', spending_unit: '丁' },
    ...{ period_goal: '三年', annual_goal: '一年', budget_text: '2.5万', budget_yuan: '25000.00' },
    ...{ period_start: 2024, period_end: 2026, period_open_ended: false },
  });
});

test('what the form does not have is empty, and named in the last column', () => {
  const table = makeTable();
  const empty = [
    ...['type', 'level', 'department', 'period_start', 'period_end', 'period_open_ended'],
    ...['budget_yuan', 'budget_text', 'period_goal', 'annual_goal'],
  ];
  expect(cellsOf(table, rowOf(school))).toEqual({
    ...Object.fromEntries(empty.map((name) => [name, null])),
    id: '2025/school/cao-chang-fan-xin',
    year: 2025,
    publisher: '示例市第一中学',
    name: '操场翻新',
    spending_unit: '示例市第一中学',
    indicator_count: 1,
    other_fields: null,
    page: 'https://example.gov.cn/2025/school/cao-chang-fan-xin/',
    source_path: 'disclosures/2025/school.md',
    source_line: 1,
    source_end_line: 6,
    budget_line: null,
    source_sha256: school.sha256,
    not_asked: JSON.stringify(empty),
  });
});

test('each column has a lasting name and type, and says what its values keep to', () => {
  const table = makeTable();
  expect(schemaOf(table)).toEqual([
    ['id', 'string', { required: true, unique: true, pattern: '^\\d{4}/[a-z0-9-]+/[a-z0-9-]+$' }],
    ['year', 'year', { required: true }],
    ['publisher', 'string', { required: true }],
    ['name', 'string', { required: true }],
    ...['type', 'level', 'department', 'spending_unit'].map((name) => [name, 'string']),
    ['period_start', 'year'],
    ['period_end', 'year'],
    ['period_open_ended', 'boolean'],
    ['budget_yuan', 'number', '元', { minimum: 0 }],
    ...['budget_text', 'period_goal', 'annual_goal'].map((name) => [name, 'string']),
    ['indicator_count', 'integer', { required: true, minimum: 1 }],
    ['other_fields', 'array'],
    ['page', 'string', { required: true }],
    ['source_path', 'string', { required: true }],
    ['source_line', 'integer', { required: true, minimum: 1 }],
    ['source_end_line', 'integer', { required: true, minimum: 1 }],
    ['budget_line', 'integer', { minimum: 1 }],
    ['source_sha256', 'string', { required: true, pattern: '^[0-9a-f]{64}$' }],
    ['not_asked', 'array'],
  ]);
});

test('the table is projects.csv, by the ids of projects', () => {
  const table = makeTable();
  const { name, primaryKey, foreignKeys } = table;
  expect([name, primaryKey, foreignKeys]).toEqual(['projects', 'id', []]);
});

test('a sheet begins with what people look for, and its names lead to the pages', () => {
  const table = makeTable();
  const { first, last, frozen } = table.sheet;
  expect(frozen).toBeLessThanOrEqual(first.length);
  const names = sheetColumns(table).map(({ name }) => name);
  expect(names.slice(0, 6)).toEqual(['year', 'publisher', 'name', 'budget_yuan', 'indicator_count', 'type']);
  expect(names.slice(-8)).toEqual([
    ...['page', 'source_path', 'source_line', 'source_end_line', 'budget_line', 'source_sha256'],
    ...['not_asked', 'id'],
  ]);
  expect(names.slice(-last.length)).toEqual(last);
  expect(linksOf(table, rowOf(water))).toEqual({
    name: 'https://example.gov.cn/2026/water/he-dao-bao-jie/',
  });
});

test('columns that a form may lack name what it is of the form', () => {
  expect(makeTable().columns.flatMap(({ name, asks }) => (asks ? [[name, asks]] : []))).toEqual([
    ['type', 'type'],
    ['level', 'level'],
    ['department', 'department'],
    ['spending_unit', 'spendingUnit'],
    ...['period_start', 'period_end', 'period_open_ended'].map((name) => [name, 'period']),
    ...['budget_yuan', 'budget_text'].map((name) => [name, 'budget']),
    ['period_goal', 'periodGoal'],
    ['annual_goal', 'annualGoal'],
  ]);
});
