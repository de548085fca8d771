import { expect, test } from 'vitest';
import {
  choicesFor,
  labelsAt,
  listLabelsOf,
  placeOfChoice,
  withLabels,
  wordOf,
} from '../../../src/desk/form-places.ts';
import { OfficeFormSchema } from '../../../src/record/form-schema.ts';

const idsOf = (isColumn: boolean, isUnitKnown: boolean) =>
  choicesFor({ isColumn, isUnitKnown }).flatMap(({ choices }) => choices.map(({ id }) => id));
const form = OfficeFormSchema.parse({
  name: '本地表',
  fields: { name: ['项目全称'] },
  budget: ['核定数（万元）'],
  columns: { annualTarget: ['承诺值'] },
  others: ['责任科室', '核定数'],
});

test('a sum is asked with its unit where the table names none', () => {
  expect(idsOf(false, false)).toEqual(expect.arrayContaining(['budget|元', 'budget|万元', 'funding|元']));
  expect(idsOf(false, false)).not.toContain('budget');
  expect(idsOf(false, true)).toContain('budget');
  expect(wordOf('budget|万元')).toBe('当年的预算金额（万元）');
  expect(wordOf('funding|元')).toBe('资金来源（元），如财政拨款');
});

test('a label in the head is no column; a column can be of a project, as in a ledger', () => {
  expect(idsOf(false, true).filter((id) => id.startsWith('columns.'))).toEqual([]);
  expect(idsOf(true, true)).toEqual(expect.arrayContaining(['columns.name', 'fields.name', 'budget']));
});

test('the order is the same for every label, and what is not to choose has no words', () => {
  expect(idsOf(true, false).filter((id) => !id.startsWith('columns.'))).toEqual(idsOf(false, false));
  expect(idsOf(false, true).at(-1)).toBe('others');
  expect(['', 'budget|美元', 'columns', '__proto__'].map(wordOf)).toEqual([null, null, null, null]);
});

test('a label is written as its words, with the unit that was chosen', () => {
  const label = { key: '核定数', text: '（一）2026年核定 数：' };
  expect(placeOfChoice('budget|万元', label)).toEqual({ place: 'budget', label: '核定数（万元）' });
  expect(placeOfChoice('others', label)).toEqual({ place: 'others', label: '核定数' });
  // Read again, its words would lose their number: it is written as it is.
  expect(placeOfChoice('others', { key: '2、核定数', text: '1、2、核定数' }).label).toBe('1、2、核定数');
});

test('labels are listed with their choice; of two meanings, the first counts', () => {
  expect(listLabelsOf(form)).toEqual([
    { key: '项目全称', text: '项目全称', choice: 'fields.name' },
    { key: '核定数', text: '核定数（万元）', choice: 'budget|万元' },
    { key: '承诺值', text: '承诺值', choice: 'columns.annualTarget' },
    { key: '责任科室', text: '责任科室', choice: 'others' },
  ]);
});

test('labels of one place are replaced, and no other', () => {
  const changed = withLabels(form, 'columns.name', ['考核项']);
  expect(labelsAt(changed, 'columns.name')).toEqual(['考核项']);
  expect(labelsAt(changed, 'columns.annualTarget')).toEqual(['承诺值']);
  expect(labelsAt(withLabels(form, 'budget', []), 'budget')).toEqual([]);
  expect(labelsAt(form, 'columns.name')).toEqual([]);
  expect(labelsAt(form, 'no.place')).toEqual([]);
});
