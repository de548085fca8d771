import { expect, test } from 'vitest';
import {
  annualOf,
  excerptOf,
  formatApart,
  hasOtherPeriod,
  onlyTargetOf,
} from '../../../../src/search/page/describe-hit.ts';
import { toHit, type IndicatorHit } from '../../../../src/search/to-hit.ts';
import { aRecord } from '../a-record.ts';

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

test('a suggestion shows the cell that matches, of the result where nothing else does', () => {
  const answer = { url: '/r/', label: '偏差原因', of: '清淤', text: marked('停工') };
  const goal = { label: '年度目标', text: marked('停工') };
  const none = { excerpt: null, name: { text: '甲', marks: [] }, indicators: [], answers: [answer] };
  const hit = { ...toHit(aRecord({ name: '甲' }), []), ...none };
  expect(excerptOf(hit)).toEqual({ label: '自评的偏差原因', text: marked('停工') });
  expect(excerptOf({ ...hit, excerpt: goal })).toEqual(goal);
  expect(excerptOf({ ...hit, answers: [] })).toBeNull();
  expect(excerptOf({ ...hit, name: marked('停工') })).toBeNull();
  expect(excerptOf({ ...hit, indicators: [targets('', '')] })).toBeNull();
});
