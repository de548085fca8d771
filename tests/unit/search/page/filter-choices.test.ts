import { expect, test } from 'vitest';
import {
  formatChoice,
  isLong,
  isUseless,
  listChoices,
  summarizeChoices,
} from '../../../../src/search/page/filter-choices.ts';

const choices = (length: number) =>
  Array.from({ length }, (_, index) => ({ value: `单位${index + 1}`, count: 3 }));

test.each([
  ['nothing', '', ['单位1', '单位2']],
  ['one that is offered', '单位2', ['单位1', '单位2']],
  ['one that is not', '单位9', ['单位1', '单位2', '单位9']],
])('where %s is chosen, the choices are those of the answer and the chosen one', (_name, chosen, values) => {
  expect(listChoices(choices(2), chosen).map(({ value }) => value)).toEqual(values);
});

test('a chosen value that no project has is listed with none', () => {
  expect(listChoices([], '2026')).toEqual([{ value: '2026', count: 0 }]);
});

test.each([
  [0, '', true],
  [1, '', true],
  [2, '', false],
  [1, '单位1', false],
])('a filter of %i choices with “%s” chosen changes nothing: %s', (length, chosen, expected) => {
  expect(isUseless(choices(length), chosen)).toBe(expected);
});

test('there is a box from twelve bodies on', () => {
  expect([11, 12, 13].map((length) => isLong(choices(length)))).toEqual([false, true, true]);
});

test('a choice is written with its number of projects, a year as a year', () => {
  expect(formatChoice('year', { value: '2026', count: 1200 })).toBe('2026年（1,200）');
  expect(formatChoice('body', { value: '2026', count: 3 })).toBe('2026（3）');
});

test.each([
  [{}, '全部年度，全部单位'],
  [{ type: '综合类', body: '水务局', year: '2025' }, '2025年，水务局，综合类'],
])('the choices %j are summarized as %s, in the order of the page', (filters, expected) => {
  expect(summarizeChoices(filters)).toBe(expected);
});
