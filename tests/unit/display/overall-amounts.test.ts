import { expect, test } from 'vitest';
import { amountColumns, amountIn, inYuan } from '../../../src/display/overall-amounts.ts';

const amount = (label: string, text: string, over: string | null = null) => ({
  ...{ label, text, over },
  yuan: `${text}0000.00`,
});

test('columns are told apart by the header over them, and by their order', () => {
  const rows = [
    [amount('总额', '3', '本年'), amount('总额', '2', '上年')],
    [amount('总额', '5', '本年'), amount('备用', '1'), amount('备用', '4')],
  ];
  const columns = amountColumns(rows);
  expect(columns).toEqual([
    { label: '本年 总额', nth: 0 },
    { label: '上年 总额', nth: 0 },
    { label: '备用', nth: 0 },
    { label: '备用', nth: 1 },
  ]);
  expect(rows.map((row) => columns.map((column) => amountIn(row, column)?.text ?? ''))).toEqual([
    ['3', '2', '', ''],
    ['5', '', '1', '4'],
  ]);
});

test('yuan are written where neither the text nor the label names the unit', () => {
  expect(inYuan({ text: '3', yuan: '30000.00', label: '总额' })).toBe('30,000.00 元');
  expect(inYuan({ text: '3万元', yuan: '30000.00', label: '总额' })).toBeNull();
  expect(inYuan({ text: '3', yuan: '30000.00', label: '总额（万元）' })).toBeNull();
  expect(inYuan({ text: '另定', yuan: null, label: '总额' })).toBeNull();
});
