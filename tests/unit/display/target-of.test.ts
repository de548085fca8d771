import { expect, test } from 'vitest';
import { targetOf } from '../../../src/display/target-of.ts';
import type { ParsedIndicator } from '../../../src/record/disclosure-schema.ts';
import { parseTarget } from '../../../src/record/parse-target.ts';

test.each([
  ['3次', '9次', '3次'],
  ['3次', null, '3次'],
  [null, '9次', '9次'],
  [null, null, null],
])('of %s for the year and %s for the period, %s is shown', (annual, period, shown) => {
  const indicator: ParsedIndicator = {
    ...{ category: '产出指标', subcategory: '数量指标', name: '次数', details: [], line: 1 },
    annualTarget: annual === null ? null : parseTarget(annual),
    periodTarget: period === null ? null : parseTarget(period),
  };
  expect(targetOf(indicator)?.text ?? null).toBe(shown);
});
