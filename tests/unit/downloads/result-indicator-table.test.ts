import { expect, test } from 'vitest';
import { sheetColumns } from '../../../src/downloads/column.ts';
import { resultIndicatorTable } from '../../../src/downloads/result-indicator-table.ts';
import { resultIndicatorRows } from '../../../src/downloads/result-set.ts';
import { must } from '../../../src/record/must.ts';
import { parseTarget } from '../../../src/record/parse-target.ts';
import { answers } from './a-result-source.ts';
import { cellsOf, linksOf, schemaOf } from './read-columns.ts';

const table = resultIndicatorTable((path) => `https://example.gov.cn${path}`);
const rows = resultIndicatorRows({ title: '', sources: [answers] });
const id = '2025/water/results/he-dao-bao-jie';
const NO_FIGURES = { comparator: null, yuan: null, yuan_upper: null, value: null, upper: null, unit: null };
const quantity = (name: string, text: string | null, figures: object = {}) => ({
  [name]: text,
  ...Object.fromEntries(
    Object.entries({ ...NO_FIGURES, ...figures }).map(([suffix, value]) => [`${name}_${suffix}`, value]),
  ),
});

test('a row holds an indicator with its target in both tables, and what became of it', () => {
  expect(cellsOf(table, must(rows[1]))).toEqual({
    id: `${id}#shui-zhi-da-biao-lv`,
    ...{ result_id: id, year: 2025, publisher: '示例市水务局', project: '河道保洁' },
    ...{ category: '产出指标', subcategory: '质量指标', name: '水质达标率' },
    ...quantity('target', '95%', { value: '95', unit: '%' }),
    published_target: '≥98%',
    published_target_page: 'https://example.gov.cn/2025/water/he-dao-bao-jie/#shui-zhi-da-biao-lv',
    indicator_id: '2025/water/he-dao-bao-jie#shui-zhi-da-biao-lv',
    same_target: false,
    ...quantity('actual', '93.5%', { value: '93.5', unit: '%' }),
    ...{ weight: '20', weight_text: '20', score: '18', score_text: '18', reason: '汛期上游来水混浊。' },
    details: null,
    page: `https://example.gov.cn/${id}/#shui-zhi-da-biao-lv`,
    source_path: 'disclosures/results/2025/water.md',
    source_line: 16,
  });
});

test.each([
  [0, '≥12次', true],
  [1, '≥98%', false],
  [2, '有所改善', true],
  // The project has no such row.
  [3, null, null],
  // Nothing of another project is answered.
  [4, null, null],
])('row %i answers the target %j: the same: %j', (place, published, same) => {
  const cells = cellsOf(table, must(rows[place]));
  expect([cells['published_target'], cells['same_target']]).toEqual([published, same]);
  expect([cells['published_target_page'] === null, cells['indicator_id'] === null]).toEqual(
    published === null ? [true, true] : [false, false],
  );
});

test('a target that one of the tables does not write is neither the same nor another', () => {
  const row = must(rows[0]);
  const { indicator, answer } = row;
  const without = { ...must(indicator), annualTarget: null, periodTarget: null };
  expect(cellsOf(table, { ...row, indicator: without })).toMatchObject({
    ...{
      published_target: null,
      same_target: null,
      indicator_id: '2025/water/he-dao-bao-jie#xun-cha-he-dao',
    },
  });
  expect(cellsOf(table, { ...row, answer: { ...answer, target: null } })).toMatchObject({
    ...{ target: null, target_value: null, published_target: '≥12次', same_target: null },
  });
  const ofPeriod = { ...must(indicator), annualTarget: null, periodTarget: parseTarget('≥36次') };
  expect(cellsOf(table, { ...row, indicator: ofPeriod })).toMatchObject({
    ...{ published_target: '≥36次', same_target: false },
  });
});

test.each([
  ['2~3万元', { yuan: '20000', yuan_upper: '30000' }],
  ['≤1.5万元/年', { comparator: '≤', value: '15000', unit: '元/年' }],
  ['完成', {}],
])('an actual value of %s is in the columns of its kind, and so is a target', (text, figures) => {
  const row = must(rows[0]);
  const answer = { ...row.answer, target: null, actual: parseTarget(text) };
  const cells = cellsOf(table, { ...row, answer });
  expect(cells).toMatchObject({ ...quantity('actual', text, figures), ...quantity('target', null) });
  const swapped = cellsOf(table, { ...row, answer: { ...answer, target: answer.actual, actual: null } });
  expect(swapped).toMatchObject({ ...quantity('target', text, figures), ...quantity('actual', null) });
});

test('columns of the office that have none here are JSON, and points that are no number are text', () => {
  const row = must(rows[0]);
  const details = [{ label: '评价标准', value: '按次' }];
  const answer = { ...row.answer, details, weight: { text: '十分', value: null }, score: null, reason: null };
  expect(cellsOf(table, { ...row, answer })).toMatchObject({
    details: JSON.stringify(details),
    ...{ weight: null, weight_text: '十分', score: null, score_text: null, reason: null },
  });
});

test('each column has a lasting name and type, and says what its values keep to', () => {
  const ofQuantity = (name: string) => [
    [name, 'string'],
    [`${name}_comparator`, 'string', { enum: ['≥', '≤', '>', '<', '=', '≈'] }],
    [`${name}_yuan`, 'number', '元'],
    [`${name}_yuan_upper`, 'number', '元'],
    [`${name}_value`, 'number'],
    [`${name}_upper`, 'number'],
    [`${name}_unit`, 'string'],
  ];
  const texts = (...names: string[]) => names.map((name) => [name, 'string']);
  const pattern = '^\\d{4}/[a-z0-9-]+/results/[a-z0-9-]+#[a-z0-9-]+$';
  expect(schemaOf(table)).toEqual([
    ['id', 'string', { required: true, unique: true, pattern }],
    ['result_id', 'string', { required: true }],
    ['year', 'year', { required: true }],
    ...texts('publisher', 'project', 'category', 'subcategory', 'name'),
    ...ofQuantity('target'),
    ...texts('published_target', 'published_target_page', 'indicator_id'),
    ['same_target', 'boolean'],
    ...ofQuantity('actual'),
    ...['weight', 'score'].flatMap((name) => [
      [name, 'number'],
      [`${name}_text`, 'string'],
    ]),
    ['reason', 'string'],
    ['details', 'array'],
    ['page', 'string', { required: true }],
    ['source_path', 'string'],
    ['source_line', 'integer', { required: true, minimum: 1 }],
  ]);
});

test('a sheet begins with what people look for, and its names lead to the rows of pages', () => {
  const names = sheetColumns(table).map(({ name }) => name);
  expect(names.slice(0, 13)).toEqual(table.sheet.first);
  expect(names.slice(-table.sheet.last.length)).toEqual(table.sheet.last);
  expect(new Set(names).size).toBe(table.columns.length);
  expect(linksOf(table, must(rows[0]))).toEqual({ name: `https://example.gov.cn/${id}/#xun-cha-he-dao` });
  expect([
    table.name,
    table.primaryKey,
    table.foreignKeys.map(({ field, table: to }) => [field, to]),
  ]).toEqual([
    'result-indicators',
    'id',
    [
      ['result_id', 'results'],
      ['indicator_id', 'indicators'],
    ],
  ]);
});
