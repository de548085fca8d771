import { expect, test } from 'vitest';
import { sheetColumns } from '../../../src/downloads/column.ts';
import { indicatorTable } from '../../../src/downloads/indicator-table.ts';
import { parseTarget } from '../../../src/record/parse-target.ts';
import { must } from '../../../src/record/must.ts';
import { school, water } from './a-source.ts';
import { cellsOf, linksOf, schemaOf } from './read-columns.ts';

const makeTable = () => indicatorTable((path) => `https://example.gov.cn${path}`);
const rowOf = (source: typeof water, place = 0) => {
  const project = must(source.projects[0]);
  return { source, project, indicator: must(project.indicators[place]) };
};
/** The columns of a target, by the ends of their names. */
const NO_FIGURES = { comparator: null, yuan: null, yuan_upper: null, value: null, upper: null, unit: null };
const prefixed = (prefix: string, cells: object) =>
  Object.fromEntries(Object.entries(cells).map(([name, value]) => [`${prefix}_${name}`, value]));

test('a row holds an indicator with what its project says', () => {
  const table = makeTable();
  const target = { ...NO_FIGURES, target: '≥12次', comparator: '≥', value: '12', unit: '次' };
  expect(cellsOf(table, rowOf(water))).toEqual({
    id: '2026/water/he-dao-bao-jie#xun-cha-he-dao',
    project_id: '2026/water/he-dao-bao-jie',
    year: 2026,
    publisher: '示例市水务局',
    project: '河道保洁',
    category: '产出指标',
    subcategory: '数量指标',
    name: '巡查河道',
    ...prefixed('annual', target),
    ...prefixed('period', target),
    details: null,
    page: 'https://example.gov.cn/2026/water/he-dao-bao-jie/#xun-cha-he-dao',
    source_path: 'disclosures/2026/water.md',
    source_line: 16,
    project_apart: null,
    not_asked: null,
    budget_yuan: '27700.00',
    project_type: '其他运转类（综合类）',
  });
});

test('what the form does not have is empty, and other columns are JSON', () => {
  const table = makeTable();
  const { project, indicator } = rowOf(school);
  const source = { ...school, apart: new Map([[project.id, '东校区']]) };
  expect(cellsOf(table, { source, project, indicator })).toMatchObject({
    ...prefixed('annual', { ...NO_FIGURES, target: '400米', value: '400', unit: '米' }),
    ...prefixed('period', { ...NO_FIGURES, target: null }),
    details: '[{"label":"备注","value":"塑胶"}]',
    project_apart: '东校区',
    not_asked: '["period_target"]',
    budget_yuan: null,
    project_type: null,
  });
});

test.each([
  ['2~3万元', { yuan: '20000', yuan_upper: '30000' }],
  ['≤1.5万元/年', { comparator: '≤', value: '15000', unit: '元/年' }],
  ['5~8个', { value: '5', upper: '8', unit: '个' }],
  ['约300人次', { comparator: '≈', value: '300', unit: '人次' }],
  ['满意', {}],
])('the figures of %s are in columns of the target that has them', (text, figures) => {
  const table = makeTable();
  const { project, indicator, source } = rowOf(water);
  const cells = (targets: object) =>
    cellsOf(table, { source, project, indicator: { ...indicator, ...targets } });
  const given = { ...NO_FIGURES, target: text, ...figures };
  const none = { ...NO_FIGURES, target: null };
  expect(cells({ annualTarget: parseTarget(text), periodTarget: null })).toMatchObject({
    ...prefixed('annual', given),
    ...prefixed('period', none),
  });
  expect(cells({ annualTarget: null, periodTarget: parseTarget(text) })).toMatchObject({
    ...prefixed('annual', none),
    ...prefixed('period', given),
  });
});

test('each column has a lasting name and type, and says what its values keep to', () => {
  const table = makeTable();
  const ofTarget = (prefix: string) => [
    [`${prefix}_target`, 'string'],
    [`${prefix}_comparator`, 'string', { enum: ['≥', '≤', '>', '<', '=', '≈'] }],
    [`${prefix}_yuan`, 'number', '元'],
    [`${prefix}_yuan_upper`, 'number', '元'],
    [`${prefix}_value`, 'number'],
    [`${prefix}_upper`, 'number'],
    [`${prefix}_unit`, 'string'],
  ];
  const pattern = '^\\d{4}/[a-z0-9-]+/[a-z0-9-]+#[a-z0-9-]+$';
  expect(schemaOf(table)).toEqual([
    ['id', 'string', { required: true, unique: true, pattern }],
    ['project_id', 'string', { required: true }],
    ['year', 'year', { required: true }],
    ...['publisher', 'project', 'category', 'subcategory', 'name'].map((name) => [name, 'string']),
    ...ofTarget('annual'),
    ...ofTarget('period'),
    ['details', 'array'],
    ['page', 'string', { required: true }],
    ['source_path', 'string'],
    ['source_line', 'integer', { required: true, minimum: 1 }],
    ['project_apart', 'string'],
    ['not_asked', 'array'],
    ['budget_yuan', 'number', '元'],
    ['project_type', 'string'],
  ]);
});

test('a row belongs to a row of projects.csv', () => {
  const table = makeTable();
  const { name, primaryKey, foreignKeys } = table;
  expect([name, primaryKey, foreignKeys]).toEqual([
    'indicators',
    'id',
    [{ field: 'project_id', table: 'projects', key: 'id' }],
  ]);
});

test('a sheet begins with what people look for, and its names lead to the rows of pages', () => {
  const table = makeTable();
  const names = sheetColumns(table).map(({ name }) => name);
  expect(names.slice(0, 9)).toEqual([
    ...['year', 'publisher', 'project', 'category', 'subcategory', 'name'],
    ...['annual_target', 'period_target', 'annual_comparator'],
  ]);
  expect(names.slice(-6)).toEqual(['page', 'source_path', 'source_line', 'not_asked', 'id', 'project_id']);
  expect(linksOf(table, rowOf(water, 1))).toEqual({
    name: 'https://example.gov.cn/2026/water/he-dao-bao-jie/#yang-hu-jing-fei',
  });
});

test('a column of money says its unit in its title, and a figure of another kind where it is', () => {
  const table = makeTable();
  const titleOf = (name: string) => table.columns.find((column) => column.name === name)?.title;
  expect(['annual_target', 'annual_yuan', 'period_yuan_upper'].map(titleOf)).toEqual([
    '年度指标值',
    '年度指标值（元）',
    '实施周期指标值上限（元）',
  ]);
});

test('four columns are those that a form may lack', () => {
  expect(makeTable().columns.flatMap(({ name, asks }) => (asks ? [[name, asks]] : []))).toEqual([
    ['category', 'category'],
    ['subcategory', 'subcategory'],
    ['annual_target', 'annualTarget'],
    ['period_target', 'periodTarget'],
  ]);
});
