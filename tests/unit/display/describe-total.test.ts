import { expect, test } from 'vitest';
import { describeLeftOut, describeTotal } from '../../../src/display/describe-total.ts';

test('a total says how many projects it leaves out', () => {
  const all = { yuan: '27700.00', indicatorCount: 3, withoutBudget: 0 };
  expect(describeTotal(all)).toBe('预算合计 27,700.00 元');
  expect(describeLeftOut(all)).toBe('');
  expect(describeTotal({ ...all, withoutBudget: 2 })).toBe(
    '预算合计 27,700.00 元（不含 2 个表上没有金额的项目）',
  );
  expect(describeTotal({ yuan: null, indicatorCount: 3, withoutBudget: 2 })).toBe('表上没有金额');
});
