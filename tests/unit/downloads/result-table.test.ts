import { expect, test } from 'vitest';
import { sheetColumns } from '../../../src/downloads/column.ts';
import { resultRows } from '../../../src/downloads/result-set.ts';
import { resultTable } from '../../../src/downloads/result-table.ts';
import { must } from '../../../src/record/must.ts';
import { answers } from './a-result-source.ts';
import { cellsOf, linksOf, schemaOf } from './read-columns.ts';

const table = resultTable((path) => `https://example.gov.cn${path}`);
const rows = resultRows({ title: '', sources: [answers] });
const row = must(rows[0]);
const id = '2025/water/results/he-dao-bao-jie';

test('a row holds all that the table of a result says, texts next to figures', () => {
  const { fund_rows: funds, ...cells } = cellsOf(table, row);
  expect(cells).toEqual({
    ...{ id, year: 2025, publisher: '示例市水务局', name: '河道保洁', code: 'X-1' },
    ...{ department: '示例市水务局', spending_unit: '示例市水务局' },
    project_id: '2025/water/he-dao-bao-jie',
    project_page: 'https://example.gov.cn/2025/water/he-dao-bao-jie/',
    ...{ initial_yuan: '100000.00', initial_text: '10.00', revised_yuan: '95000.00', revised_text: '9.50' },
    ...{ spent_yuan: '93100.00', spent_text: '9.31', rate: '98.0', rate_text: '98.0%' },
    ...{ funds_weight: '10', funds_weight_text: '10', funds_score: '9.8', funds_score_text: '9.8' },
    ...{ score: '97.8', score_text: '97.8', full_score: '100', full_score_text: '100' },
    ...{ expected_goal: '保持河道清洁。', actual_goal: '全年河道清洁。', indicator_count: 4 },
    other_fields: null,
    page: `https://example.gov.cn/${id}/`,
    source_path: 'disclosures/results/2025/water.md',
    ...{ source_line: 1, source_end_line: 19, funds_line: 9, score_line: 19 },
    source_sha256: answers.sha256,
  });
  expect(JSON.parse(String(funds))).toEqual([row.result.funds.total, ...row.result.funds.sources]);
});

test('what was not read, or is not there, is empty; its text stays', () => {
  const { result } = row;
  const odd = { text: '见附件', yuan: null };
  const total = {
    ...must(result.funds.total),
    ...{
      initial: null,
      revised: odd,
      spent: null,
      rate: { text: '—', value: null },
      weight: null,
      score: null,
    },
  };
  const cells = (changes: object) =>
    cellsOf(table, { ...row, project: null, result: { ...result, ...changes } });
  expect(cells({ funds: { total, sources: [] }, goals: { expected: null, actual: null } })).toMatchObject({
    ...{ project_id: null, project_page: null, initial_yuan: null, initial_text: null },
    ...{ revised_yuan: null, revised_text: '见附件', spent_yuan: null, spent_text: null },
    ...{ rate: null, rate_text: '—', funds_weight: null, funds_score: null },
    ...{ expected_goal: null, actual_goal: null },
  });
  const other = { label: '评价结论', value: '良', line: 19 };
  expect(cells({ total: null, funds: { total: null, sources: [] }, otherFields: [other] })).toMatchObject({
    ...{ spent_yuan: null, rate: null, funds_line: null, fund_rows: null },
    ...{ score: null, score_text: null, full_score: null, score_line: null },
    other_fields: JSON.stringify([other]),
  });
});

test('each column has a lasting name and type, and says what its values keep to', () => {
  const texts = (...names: string[]) => names.map((name) => [name, 'string']);
  const figure = (name: string) => [
    [name, 'number'],
    [`${name}_text`, 'string'],
  ];
  const money = (name: string) => [
    [`${name}_yuan`, 'number', '元'],
    [`${name}_text`, 'string'],
  ];
  const pattern = '^\\d{4}/[a-z0-9-]+/results/[a-z0-9-]+$';
  expect(schemaOf(table)).toEqual([
    ['id', 'string', { required: true, unique: true, pattern }],
    ['year', 'year', { required: true }],
    ['publisher', 'string', { required: true }],
    ['name', 'string', { required: true }],
    ...texts('code', 'department', 'spending_unit', 'project_id', 'project_page'),
    ...['initial', 'revised', 'spent'].flatMap(money),
    ...['rate', 'funds_weight', 'funds_score', 'score', 'full_score'].flatMap(figure),
    ...texts('expected_goal', 'actual_goal'),
    ['indicator_count', 'integer', { required: true, minimum: 1 }],
    ['fund_rows', 'array'],
    ['other_fields', 'array'],
    ['page', 'string', { required: true }],
    ['source_path', 'string', { required: true }],
    ['source_line', 'integer', { required: true, minimum: 1 }],
    ['source_end_line', 'integer', { required: true, minimum: 1 }],
    ['funds_line', 'integer', { minimum: 1 }],
    ['score_line', 'integer', { minimum: 1 }],
    ['source_sha256', 'string', { required: true, pattern: '^[0-9a-f]{64}$' }],
  ]);
});

test('a sheet begins with what people look for, and its names lead to the pages', () => {
  const names = sheetColumns(table).map(({ name }) => name);
  expect(names.slice(0, 8)).toEqual([
    ...['year', 'publisher', 'name', 'spent_yuan', 'rate', 'score', 'full_score', 'code'],
  ]);
  expect(names.slice(-table.sheet.last.length)).toEqual(table.sheet.last);
  expect(new Set(names).size).toBe(table.columns.length);
  expect(linksOf(table, row)).toEqual({ name: `https://example.gov.cn/${id}/` });
  expect([table.name, table.primaryKey, table.foreignKeys]).toEqual([
    'results',
    'id',
    [{ field: 'project_id', table: 'projects', key: 'id' }],
  ]);
});

test('a result that answers no target has no project', () => {
  expect(cellsOf(table, must(rows[1]))).toMatchObject({ name: '=水质监测', project_id: null, code: null });
});
