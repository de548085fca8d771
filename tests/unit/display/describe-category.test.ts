import { expect, test } from 'vitest';
import { categoryEntries, describeCategory } from '../../../src/display/describe-category.ts';
import { CATEGORIES } from '../../../src/record/categories.ts';

test('each category of the form has its plain words and its meaning', () => {
  expect(Object.keys(categoryEntries)).toEqual(CATEGORIES);
  expect(CATEGORIES.map(describeCategory)).toEqual([
    '做多少、做得怎样、什么时候做完',
    '带来什么变化',
    '服务的人满不满意',
    '花多少钱',
  ]);
  for (const { meaning } of Object.values(categoryEntries)) expect(meaning).toMatch(/。$/);
});

test.each(['安全指标', '产出', ''])('the category “%s” of an office has no plain words', (category) => {
  expect(describeCategory(category)).toBeUndefined();
});
