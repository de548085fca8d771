import { expect, test } from 'vitest';
import { LabelledCell } from '../../../../src/record/labelled-grid.ts';
import { readMoney } from '../../../../src/record/results/read-money.ts';

const read = (text: string, unit: '元' | '万元' | null) =>
  readMoney(new LabelledCell(text, { line: 1, column: 1 }), unit);

test.each([
  ['1,812.50', '万元', '18125000.00'],
  ['1,812.50', '元', '1812.50'],
  ['0', '万元', '0.00'],
  ['3万元', '元', '30000.00'],
  ['3元', null, '3.00'],
  ['0.123456789', '元', '0.123456789'],
  ['-2.5', '万元', '-25000.00'],
  ['－2.5', '万元', '-25000.00'],
] as const)('%s in %s is %s yuan', (text, unit, yuan) => {
  expect(read(text, unit)).toEqual({ money: { text, yuan }, fault: null });
});

test.each([
  ['12.5', null, 'no-unit'],
  ['—', '万元', 'no-amount'],
  ['未统计', '万元', 'no-amount'],
  ['--3', '元', 'no-amount'],
  ['12\n30', '元', 'no-amount'],
] as const)('%j in %s is none: %s', (text, unit, fault) => {
  expect(read(text, unit)).toEqual({ money: { text, yuan: null }, fault });
});
