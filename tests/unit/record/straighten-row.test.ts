import { describe, expect, test } from 'vitest';
import { Context } from '../../../src/record/context.ts';
import { forms } from '../../../src/record/forms/forms.ts';
import { Notices } from '../../../src/record/notices.ts';
import { headedColumns, readColumns } from '../../../src/record/read-columns.ts';
import { straightenRow, straightenRows } from '../../../src/record/straighten-row.ts';
import { toRow } from './to-grid.ts';

const NAMED = ['一级指标', '二级指标', '三级指标', '指标值'];

/** The texts of a row under a header, as they stand after it, and what was said of it. */
function straighten(header: string[], cells: string[]) {
  const [form] = forms;
  if (!form) throw new Error('no form');
  const columns = readColumns(toRow(header), form);
  const notices = new Notices('a.md');
  const context = new Context(form, notices);
  const row = straightenRow(toRow(cells, 7), columns, headedColumns(columns), context);
  const said = notices.all.map(
    ({ severity, line, column, message }) => `${severity} ${line}:${column} ${message}`,
  );
  return { line: row.line, texts: row.cells.map(({ text }) => text), said };
}

test('a row is not moved where another text would become its category', () => {
  const cells = ['', '完成时间', '时效指标', '12月底前', '完成得满分'];
  expect(straighten([...NAMED, '评分标准'], cells)).toEqual({
    line: 7,
    texts: cells,
    said: ['error 7:3 “时效指标”不在“二级指标”这一列，移回后“完成时间”会成为一级指标；请按表头对齐这一行'],
  });
});

test('a row with 质量指标 for its name, behind a subcategory of no form, is an error', () => {
  const [form] = forms;
  if (!form) throw new Error('no form');
  const columns = readColumns(toRow(NAMED), form);
  const notices = new Notices('a.md');
  const rows = [
    ['产出指标', '图书完好率', '质量指标', '≥98%'],
    ['产出指标', '质量指标', '质量指标', '≥98%'],
  ].map((cells, index) => toRow(cells, index + 7));
  straightenRows(rows, columns, headedColumns(columns), new Context(form, notices));
  expect(notices.all.map(({ line, column, message }) => `${line}:${column} ${message}`)).toEqual([
    '7:3 “质量指标”不在“二级指标”这一列，那里是“图书完好率”；请按表头对齐这一行',
  ]);
});

describe('a row that slipped is moved back, and the notice says how far', () => {
  test.each([
    ['左一列', 1, ['绩效指标']],
    ['左两列', 2, ['绩效指标', '']],
    ['左三列', 3, ['绩效指标', '', '']],
    ['左四列', 4, ['绩效指标', '', '', '']],
    ['左5列', 5, ['绩效指标', '', '', '', '']],
  ])('to the %s', (far, count, before) => {
    const filled = ['产出指标', '数量指标', '清淤长度', '3公里'];
    const blank = Array.from({ length: count }, () => '');
    expect(straighten([...before, ...NAMED], [...filled, ...blank])).toEqual({
      line: 7,
      texts: [...blank, ...filled],
      said: [`warning 7:1 这一行比表头靠${far}，已按列对齐，文字未改`],
    });
  });

  test('to the right', () => {
    expect(straighten([...NAMED, ''], ['', '产出指标', '数量指标', '清淤长度', '3公里'])).toEqual({
      line: 7,
      texts: ['产出指标', '数量指标', '清淤长度', '3公里', ''],
      said: ['warning 7:2 这一行比表头靠右一列，已按列对齐，文字未改'],
    });
  });

  test('by its subcategory, where the category is merged and blank', () => {
    const { texts, said } = straighten(['', ...NAMED], ['', '质量指标', '合格率', '100%', '']);
    expect(texts).toEqual(['', '', '质量指标', '合格率', '100%']);
    expect(said).toEqual(['warning 7:2 这一行比表头靠左一列，已按列对齐，文字未改']);
  });
});

describe('a row stays where it is, and an error says so, where a filled cell would fall off', () => {
  test.each([
    [
      'the right edge',
      ['绩效指标', '', ...NAMED],
      ['产出指标', '数量指标', '清淤长度', '3公里', '全部', ''],
      1,
    ],
    ['the left edge', ['绩效指标', ...NAMED, ''], ['甲', '', '产出指标', '数量指标', '清淤长度', '3公里'], 3],
  ])('%s', (_edge, header, cells, column) => {
    const { texts, said } = straighten(header, cells);
    expect(texts).toEqual(cells);
    expect(said).toEqual([
      `error 7:${column} “产出指标”不在“一级指标”这一列，移回后仍有单元格落在表头之外；请按表头对齐这一行`,
    ]);
  });
});

const WEIGHED = [...NAMED, '权重'];

test.each([
  ['服务对象满意度', '≥90%', ''],
  ['服务对象满意度', '较满意', ''],
  ['服务对象满意度', '较满意', '15'],
  ['服务对象满意度指标', '≥90%', '15'],
  ['社会效益', '不断提升', '5'],
])('an indicator with the name of a subcategory stays where it is: %s %s %s', (name, target, weight) => {
  const cells = ['', '', name, target, weight];
  expect(straighten(WEIGHED, cells)).toEqual({ line: 7, texts: cells, said: [] });
});

test.each([
  ['数量指标', '培训人数', '100'],
  ['经济成本', '费用总额', '≤3万元'],
])('a name and its target under the next headers are moved back: %s %s %s', (name, target, next) => {
  expect(straighten(WEIGHED, ['', '', name, target, next]).texts).toEqual(['', name, target, next, '']);
});

test.each([
  ['stands under its header', NAMED, ['产出指标', '数量指标', '清淤长度', '3公里']],
  [
    'names a category where the table has no such column',
    [...NAMED.slice(1), ''],
    ['数量指标', '满意度指标', '90%', '约'],
  ],
  ['has a subcategory and nothing more', WEIGHED, ['甲', '', '数量指标', '', '']],
  ['has a subcategory that can not be moved', [...NAMED, ''], ['产', '甲', '数量指标', '清淤长度', '3公里']],
])('a row that %s is left alone', (_name, header, cells) => {
  expect(straighten(header, cells)).toEqual({ line: 7, texts: cells, said: [] });
});
