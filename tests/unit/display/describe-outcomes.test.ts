import { expect, test } from 'vitest';
import { describeOutcomes } from '../../../src/display/describe-outcomes.ts';

test('counts each outcome that occurs, in one order', () => {
  expect(
    describeOutcomes(['missed', 'reached', 'reached', 'not-compared', 'unanswered', 'two-targets']),
  ).toBe(
    '6 项指标里，2 项的实际数达到目标，1 项没有达到，1 项有两个目标数，1 项不能按数比较，1 项没有写实际完成值。',
  );
  expect(describeOutcomes(['reached'])).toBe('1 项指标里，1 项的实际数达到目标。');
});
