import { expect, test } from 'vitest';
import { quantityColumns } from '../../../src/downloads/quantity-columns.ts';
import type { Target } from '../../../src/record/disclosure-schema.ts';

const names = { name: 'actual', prefix: 'actual', title: '完成值', englishTitle: 'Actual value' } as const;
const columns = quantityColumns<Target | null>({ ...names, what: 'actual value' }, (target) => target);

test('each column has a title in both languages, with the unit of its figures', () => {
  expect(columns.map(({ name, title, english, unit }) => [name, title, english.title, unit])).toEqual([
    ['actual', '完成值', 'Actual value', undefined],
    ['actual_comparator', '完成值比较符', 'Actual value: comparator', undefined],
    ['actual_yuan', '完成值（元）', 'Actual value (yuan)', '元'],
    ['actual_yuan_upper', '完成值上限（元）', 'Actual value: upper bound (yuan)', '元'],
    ['actual_value', '完成值数值（单位见后列）', 'Actual value: value', undefined],
    ['actual_upper', '完成值上限（单位见后列）', 'Actual value: upper bound', undefined],
    ['actual_unit', '完成值单位', 'Actual value: unit', undefined],
  ]);
});

test('each column says in both languages what it holds, and names the columns that it refers to', () => {
  for (const { description, english } of columns) {
    expect(description).toMatch(/\p{Script=Han}.*。$/u);
    expect(english.description).toMatch(/^[A-Z].*\.$/);
  }
  const value = columns.find(({ name }) => name === 'actual_value');
  for (const text of [value?.description, value?.english.description]) {
    expect(text).toContain('actual_unit');
    expect(text).toContain('actual_yuan');
  }
  const yuan = columns.find(({ name }) => name === 'actual_yuan');
  expect(yuan?.english.description).toContain('if the actual value is no sum of money');
});
