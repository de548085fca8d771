import { expect, test } from 'vitest';
import {
  annualOf,
  formatApart,
  hasOtherPeriod,
  onlyTargetOf,
} from '../../../../src/search/page/describe-hit.ts';
import type { IndicatorHit } from '../../../../src/search/to-hit.ts';

const marked = (text: string) => ({ text, marks: text === '' ? [] : [{ start: 0, end: 1 }] });
const targets = (annual: string, period: string): IndicatorHit => ({
  ...{
    url: '/x/',
    category: '产出指标',
    name: marked('清淤'),
    annual: marked(annual),
    period: marked(period),
  },
  ...{ annualReading: '年', periodReading: '周期' },
});

test('a target of the year is shown as it is marked', () => {
  expect(annualOf(targets('≥95%', ''), true)).toEqual(marked('≥95%'));
});

test('a missing target of the year is said where the form asks for one', () => {
  expect(annualOf(targets('', '3'), true)).toEqual({ text: '年度未写', marks: [] });
  expect(annualOf(targets('', '3'), false)).toEqual({ text: '', marks: [] });
});

test.each([
  ['3', '', false],
  ['3', '3', false],
  ['3', '9', true],
  ['', '9', true],
])('for “%s” in the year and “%s” in the period the period is shown: %s', (annual, period, expected) => {
  expect(hasOtherPeriod(targets(annual, period))).toBe(expected);
});

test('a suggestion shows the target of the year, or else that of the period, each with its meaning', () => {
  expect(onlyTargetOf(targets('3', '9'))).toEqual([marked('3'), '年']);
  expect(onlyTargetOf(targets('', '9'))).toEqual([marked('9'), '周期']);
});

test('what tells a project from others follows in brackets', () => {
  expect([formatApart({ apart: '二' }), formatApart({ apart: null })]).toEqual(['（二）', '']);
});
