import { expect, test } from 'vitest';
import { describeIndicatorTarget, pairIndicators } from '../../../src/display/pair-indicators.ts';
import type { Indicator, Target } from '../../../src/record/disclosure-schema.ts';
import { parseTarget } from '../../../src/record/parse-target.ts';

const indicator = (category: string, subcategory: string, name: string, text = '3次'): Indicator => ({
  ...{ category, subcategory, name, periodTarget: null, annualTarget: parseTarget(text) },
  ...{ details: [], line: 1, anchor: name, formerAnchors: [] },
});
const here = indicator('产出指标', '数量指标', '次数');

test.each([
  ['the same', here, true],
  ['of another target', indicator('产出指标', '数量指标', '次数', '按时'), true],
  ['of another category', indicator('效益指标', '数量指标', '次数'), false],
  ['of another subcategory', indicator('产出指标', '质量指标', '次数'), false],
  ['of another name', indicator('产出指标', '数量指标', '人数'), false],
  ['with the same words at other places', indicator('产出指标', '数量', '指标次数'), false],
])('an indicator is paired with one %s: %s', (_, earlier, isPaired) => {
  expect(pairIndicators([earlier], [here])).toEqual(
    isPaired ? [{ before: earlier, after: here }] : [{ after: here }, { before: earlier }],
  );
});

test('a row without a target is paired with one without, before the others', () => {
  const none = { ...here, annualTarget: null };
  expect(pairIndicators([here, none], [none])).toEqual([{ before: none, after: none }, { before: here }]);
});

test.each<[string, Pick<Indicator, 'annualTarget' | 'periodTarget'>, string | null]>([
  ['of the year', { annualTarget: parseTarget('3次'), periodTarget: parseTarget('9次') }, '3次'],
  ['of the period', { annualTarget: null, periodTarget: parseTarget('9次') }, '9次'],
  ['nowhere', { annualTarget: null, periodTarget: null }, null],
  [
    'in several columns',
    {
      annualTarget: { ...parseTarget('95'), comparator: '≥', unit: '%' } satisfies Target,
      periodTarget: null,
    },
    '95（即 ≥95%）',
  ],
])('a target that is written %s', (_, targets, text) => {
  expect(describeIndicatorTarget({ ...here, ...targets })).toBe(text);
});
