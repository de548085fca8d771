import { expect, test } from 'vitest';
import type { Project } from '../../../src/record/disclosure-schema.ts';
import { totalOf } from '../../../src/record/total-of.ts';

const project = (yuan: string | null, count: number) =>
  ({ budget: yuan && { text: yuan, yuan }, indicators: Array.from({ length: count }) }) as unknown as Project;

test('adds budgets exactly and counts indicators', () => {
  const sums = { yuan: '0.30', indicatorCount: 3, withoutBudget: 0 };
  expect(totalOf([project('0.10', 2), project('0.20', 1)])).toEqual(sums);
  expect(totalOf([])).toEqual({ yuan: '0.00', indicatorCount: 0, withoutBudget: 0 });
});

test('leaves out projects without a budget, and counts them; of these alone there is no sum', () => {
  const sums = { yuan: '0.10', indicatorCount: 3, withoutBudget: 1 };
  expect(totalOf([project('0.10', 2), project(null, 1)])).toEqual(sums);
  expect(totalOf([project(null, 1)])).toEqual({ yuan: null, indicatorCount: 1, withoutBudget: 1 });
  expect(totalOf([project('0.00', 1)])).toEqual({ yuan: '0.00', indicatorCount: 1, withoutBudget: 0 });
});
