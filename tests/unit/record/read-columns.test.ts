import { expect, test } from 'vitest';
import { forms } from '../../../src/record/forms/forms.ts';
import {
  headedColumns,
  isIndicatorHeader,
  readColumns,
  strayCell,
} from '../../../src/record/read-columns.ts';
import { toRow } from './to-grid.ts';

function formOf(number: number) {
  const form = forms[number];
  if (!form) throw new Error('there is no such form');
  return form;
}

test.each([
  [['一级指标', '三级指标'], true],
  [['', '三级指标', '', '二级指标'], true],
  [['一级指标', '二级指标'], false],
  [['三级指标', '年度指标值'], false],
  [['', ''], false],
  [['一级指标', '指标说明'], false],
])('%j is a header of indicators: %s', (cells, isHeader) => {
  expect(isIndicatorHeader(toRow(cells), formOf(0))).toBe(isHeader);
});

function read(form: number, ...cells: string[]) {
  const { category, sides } = readColumns(toRow(cells), formOf(form));
  return {
    category,
    sides: sides.map(({ at, details, directions }) => ({ at, details: [...details], directions })),
  };
}

test('columns of one side; a lone 指标值 is of the year', () => {
  expect(read(0, '绩效指标', '一级指标', '二级指标', '三级指标', '指标值', '', '权重')).toEqual({
    category: 1,
    sides: [
      {
        at: { category: 1, subcategory: 2, name: 3, target: 4, annualTarget: 4 },
        details: [[6, '权重']],
        directions: [],
      },
    ],
  });
});

test('a second 三级指标, or the 二级指标 before it, begins the side of the year', () => {
  const header = ['一级指标', '二级指标', '三级指标', '指标值', '二级指标', '三级指标', '指标值'];
  expect(read(0, ...header).sides.map(({ at }) => at)).toEqual([
    { category: 0, subcategory: 1, name: 2, target: 3, periodTarget: 3 },
    { subcategory: 4, name: 5, target: 6, annualTarget: 6 },
  ]);
  expect(read(0, '一级指标', '三级指标', '指标值', '三级指标', '指标值').sides).toHaveLength(2);
});

test('a side with targets of its own names keeps them, and a lone 指标值 is a detail', () => {
  expect(read(0, '一级指标', '三级指标', '实施周期指标值', '年度指标值', '指标值').sides[0]).toMatchObject({
    at: { category: 0, name: 1, periodTarget: 2, annualTarget: 3 },
    details: [[4, '指标值']],
  });
});

test('绩效指标 left of the columns heads none; further right, and any other word, it does', () => {
  expect(read(0, '绩效指标', '一级指标', '三级指标').sides[0]?.details).toEqual([]);
  expect(read(0, '街镇', '一级指标', '三级指标').sides[0]?.details).toEqual([[0, '街镇']]);
  expect(read(0, '一级指标', '绩效指标', '三级指标').sides[0]?.details).toEqual([[1, '绩效指标']]);
  const twoSides = ['一级指标', '三级指标', '指标值', '三级指标', '指标', '指标值'];
  expect(read(0, ...twoSides).sides[1]?.details).toEqual([[4, '指标']]);
});

test('a second name is a detail where no target is before it, or none behind it', () => {
  const between = read(0, '一级指标', '三级指标', '指标名称', '指标值');
  expect(between.sides).toMatchObject([{ at: { name: 1, annualTarget: 3 }, details: [[2, '指标名称']] }]);
  const last = read(0, '一级指标', '三级指标', '指标值', '指标内容');
  expect(last.sides).toMatchObject([{ at: { name: 1, annualTarget: 2 }, details: [[3, '指标内容']] }]);
});

test('a column that is headed twice is a detail the second time', () => {
  expect(read(0, '一级指标', '三级指标', '指标值', '一级指标').sides[0]).toMatchObject({
    at: { category: 0 },
    details: [[3, '一级指标']],
  });
});

test('direction and unit of a ledger are details, and known', () => {
  expect(read(3, '一级', '三级', '指标性质', '指标值', '计量单位', '方向', '单位').sides).toEqual([
    {
      at: { category: 0, name: 1, target: 3, annualTarget: 3, unit: 4 },
      details: [
        [2, '指标性质'],
        [4, '计量单位'],
        [5, '方向'],
        [6, '单位'],
      ],
      directions: [2, 5],
    },
  ]);
});

test('a cell without a header above it is a stray one', () => {
  const header = toRow(['一级指标', '', '三级指标', '权重']);
  const headed = headedColumns(readColumns(header, formOf(0)));
  expect([...headed].sort()).toEqual([0, 2, 3]);
  expect(strayCell(toRow(['甲', '', '乙', '1']).cells, headed)).toBeUndefined();
  expect(strayCell(toRow(['甲', '丙', '乙', '1', '丁']).cells, headed)?.text).toBe('丙');
});
