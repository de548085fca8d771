import { describe, expect, test } from 'vitest';
import { forms } from '../../../src/record/forms/forms.ts';
import { joinHeaders } from '../../../src/record/join-headers.ts';
import { toGrid } from './to-grid.ts';

const join = (...rows: string[][]) =>
  joinHeaders(toGrid(rows), forms).rows.map(({ line, cells }) => [line, ...cells.map(({ text }) => text)]);
const LOWER = ['', '', '一级指标', '二级指标', '三级指标', '指标值'];
const ROW = ['河道清淤', '3', '产出指标', '数量指标', '清淤长度', '3公里'];

describe('a header of two rows is one', () => {
  test('in a ledger: projects above, indicators below', () => {
    const upper = ['项目名称', '预算数', '绩效指标', '', '', ''];
    expect(join(upper, LOWER, ROW)).toEqual([
      [1, '项目名称', '预算数', '一级指标', '二级指标', '三级指标', '指标值'],
      [3, ...ROW],
    ]);
  });

  test('in a sheet: a target in parts', () => {
    const upper = ['一级指标', '二级指标', '三级指标', '指标值', '', ''];
    expect(join(upper, ['', '', '', '符号', '目标值', '单位'], ROW)[0]).toEqual([
      1,
      '一级指标',
      '二级指标',
      '三级指标',
      '符号',
      '目标值',
      '单位',
    ]);
  });
});

test.each([
  [
    'the row above holds a value',
    [
      ['项目名称', '河道清淤', '', '', '', ''],
      ['', '', ...LOWER.slice(2)],
    ],
    2,
  ],
  ['the words above are others', [['项目名称', '预算数', '街镇', '', '', ''], LOWER], 2],
  ['the row below is an indicator', [LOWER, ROW], 2],
  ['the row below has one cell', [LOWER, ['', '', '', '', '', '单位']], 2],
])('two rows stay two where %s', (_what, rows, count) => {
  expect(join(...rows)).toHaveLength(count);
});
