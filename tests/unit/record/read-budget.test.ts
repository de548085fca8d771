import { expect, test } from 'vitest';
import { LabelledCell } from '../../../src/record/labelled-grid.ts';
import { Notices } from '../../../src/record/notices.ts';
import { readBudget } from '../../../src/record/read-budget.ts';

/** The budget of a row that has this label and this cell, and what is said of it. */
function read(label: string, value: string, around: '元' | '万元' | null = null) {
  const notices = new Notices('a.md');
  const cell = (text: string, column: number) => new LabelledCell(text, { line: 4, column });
  const field = { label: cell(label, 1), value: cell(value, 9) };
  const reading = readBudget(field, around, notices.report);
  if (reading) return [reading.budget.yuan, reading.year];
  return notices.all.map(({ line, column, rule }) => `${line}:${column} ${rule}`);
}

test.each([
  ['2026年预算金额(元)', '27,700.00', ['27700.00', 2026]],
  ['预算金额(元)', '1,234,567.89', ['1234567.89', null]],
  ['预算金额(元)', '1 234.5 元', ['1234.50', null]],
  ['预算金额(万元)', '1,234,567', ['12345670000.00', null]],
  ['预算金额(万元)', '0.000001', ['0.01', null]],
  ['预算金额', '３．５万元', ['35000.00', null]],
  ['预算金额(万元)', '3.5万元', ['35000.00', null]],
  ['预算金额(元)', '0', ['0.00', null]],
  ['预算金额(元)', '0.001', ['4:9 budget/too-precise']],
  ['预算金额(万元)', '0.0000001', ['4:9 budget/too-precise']],
  ['预算金额(元)', '3万元', ['4:9 budget/two-units']],
  ['预算金额(元)', '12,34.00', ['4:9 budget/not-a-number']],
  ['预算金额(元)', '1234,567', ['4:9 budget/not-a-number']],
  ['预算金额(元)', '约300', ['4:9 budget/not-a-number']],
  ['预算金额(元)', '300人', ['4:9 budget/not-a-number']],
  ['预算金额(元)', '123456789012345678901234.5', ['123456789012345678901234.50', null]],
  ['预算金额(元)', '12\n34', ['4:9 budget/not-a-number']],
  ['预算金额(元)', '12\n元', ['12.00', null]],
  ['预算金额(元)', '.5', ['4:9 budget/not-a-number']],
  ['预算金额', '300', ['4:9 budget/no-unit']],
])('%s %s', (label, value, expected) => {
  expect(read(label, value)).toEqual(expected);
});

test('the unit of the cell comes before that of the label, and that before the one around', () => {
  expect(read('预算金额', '3', '万元')).toEqual(['30000.00', null]);
  expect(read('预算金额(元)', '3', '万元')).toEqual(['3.00', null]);
  expect(read('预算金额', '3元', '万元')).toEqual(['3.00', null]);
});
