import { expect, test } from 'vitest';
import { progressPair } from '../../../src/display/progress-pair.ts';
import { parseTarget } from '../../../src/record/parse-target.ts';

const progressOf = (annual: string | null, period: string | null) =>
  progressPair({
    ...{ category: '产出指标', subcategory: '数量指标', name: '次数', details: [], line: 1 },
    annualTarget: annual === null ? null : parseTarget(annual),
    periodTarget: period === null ? null : parseTarget(period),
  });

test.each([
  ['3次', '12次', 0.25, '25.0%'],
  ['≥3次', '≥12次', 0.25, '25.0%'],
  ['5000元', '2万元', 0.25, '25.0%'],
  ['8次', '9次', 8 / 9, '88.9%'],
])('%s of %s is a share of %d, %s', (annual, period, share, text) => {
  expect(progressOf(annual, period)).toEqual({ share, text });
});

test.each([
  ['not written for the year', null, '9次'],
  ['not written for the period', '3次', null],
  ['a rate', '95%', '98%'],
  ['a rate', '5‰', '9‰'],
  ['a rate of one of them', '95%', '9次'],
  ['an upper bound', '≤3次', '9次'],
  ['an upper bound of the period', '3次', '≤9次'],
  ['an upper bound', '<3次', '9次'],
  ['in two units', '3次', '9个'],
  ['without a unit', '3', '9'],
  ['without a unit in the period', '3次', '9'],
  ['a range', '2~3次', '9次'],
  ['a range in the period', '3次', '8~9次'],
  ['in words', '按时', '9次'],
  ['the same for both', '9次', '9次'],
  ['smaller for the period', '10次', '9次'],
  ['below zero', '-3次', '9次'],
])('a target has no progress that is %s: %s of %s', (_, annual, period) => {
  expect(progressOf(annual, period)).toBeNull();
});
