import { expect, test } from 'vitest';
import type { Project } from '../../../src/record/disclosure-schema.ts';
import { totalOf } from '../../../src/record/total-of.ts';

test('adds budgets exactly and counts indicators', () => {
  const project = (yuan: string, count: number) =>
    ({ budget: { text: yuan, yuan }, indicators: Array.from({ length: count }) }) as unknown as Project;
  expect(totalOf([project('0.10', 2), project('0.20', 1)])).toEqual({ yuan: '0.30', indicatorCount: 3 });
  expect(totalOf([])).toEqual({ yuan: '0.00', indicatorCount: 0 });
});
