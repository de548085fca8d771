import { expect, test } from 'vitest';
import { mergeCells, unmergeCells } from '../../../src/display/merge-cells.ts';

const ROWS = [
  ['项目资金', '←', '总额', '5'],
  ['↑', '←', '拨款', ''],
  ['备注', '←', '←', '←'],
];

test('a merged cell is drawn once, over the places that are its own', () => {
  expect(mergeCells(ROWS)).toEqual([
    [
      { text: '项目资金', columns: 2, rows: 2 },
      { text: '总额', columns: 1, rows: 1 },
      { text: '5', columns: 1, rows: 1 },
    ],
    [
      { text: '拨款', columns: 1, rows: 1 },
      { text: '', columns: 1, rows: 1 },
    ],
    [{ text: '备注', columns: 4, rows: 1 }],
  ]);
});

test('pasted, its other places are blank', () => {
  expect(unmergeCells(ROWS)).toEqual([
    ['项目资金', '', '总额', '5'],
    ['', '', '拨款', ''],
    ['备注', '', '', ''],
  ]);
});
