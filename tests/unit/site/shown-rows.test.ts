import { expect, test } from 'vitest';
import type { Indicator } from '../../../src/record/disclosure-schema.ts';
import { must } from '../../../src/record/must.ts';
import { parseTarget } from '../../../src/record/parse-target.ts';
import { isSame, shownRows } from '../../../src/site/shown-rows.ts';
import { resultRow, settledResult } from '../../helpers/make-result.ts';

/** @param published Target in the table of targets. @param repeated That in the table of results. */
function show(published: string | null, repeated: string | null, actual: string | null) {
  const cell = (text: string | null) => (text === null ? null : parseTarget(text));
  const row = resultRow({ name: '清淤次数', target: cell(repeated), actual: cell(actual), line: 9 });
  const [answer] = settledResult({ indicators: [row] }).indicators;
  const indicator = {
    ...{
      category: '产出',
      subcategory: '数量',
      name: '次数',
      annualTarget: cell(published),
      periodTarget: null,
    },
    line: 5,
  } as unknown as Indicator;
  const rows = shownRows([{ indicator: published === null ? null : indicator, answer: must(answer) }]);
  const { targets, outcome } = must(rows[0]);
  return { targets: targets.map(({ target, from, line }) => [target.text, from, line]), outcome };
}

test('one target where both tables say the same, with its place in the result', () => {
  expect(show('≥10次', '≥ 10次', '12次')).toEqual({ targets: [['≥ 10次', 'result', 9]], outcome: 'reached' });
  expect(show(null, '≥10次', '9次')).toEqual({ targets: [['≥10次', 'result', 9]], outcome: 'missed' });
  expect(show('≥10次', null, '12次')).toEqual({ targets: [['≥10次', 'target', 5]], outcome: 'reached' });
});

test('the sign of the table of targets counts where the result leaves it out', () => {
  expect(show('≥10次', '10次', '12次').outcome).toBe('reached');
  expect(show('10次', '≥10次', '12次').outcome).toBe('not-compared');
});

test('two targets where the tables differ', () => {
  expect(show('≥10次', '≥8次', '9次')).toEqual({
    targets: [
      ['≥10次', 'target', 5],
      ['≥8次', 'result', 9],
    ],
    outcome: 'two-targets',
  });
});

test('no outcome without an actual value, and none of words', () => {
  expect(show('≥10次', '≥10次', null).outcome).toBe('unanswered');
  expect(show('有所改善', '有所改善', '完成').outcome).toBe('not-compared');
  expect(show(null, null, '完成').outcome).toBe('not-compared');
});

test('a target that the result does not answer is shown with its category', () => {
  const indicator = {
    ...{ category: '效益指标', subcategory: '社会效益', name: '受益人数' },
    ...{ annualTarget: null, periodTarget: parseTarget('≥3万人'), line: 7 },
  } as unknown as Indicator;
  expect(shownRows([{ indicator, answer: null }])).toMatchObject([
    {
      ...{ category: '效益指标', subcategory: '社会效益', name: '受益人数' },
      targets: [{ target: { text: '≥3万人' }, from: 'target', line: 7, comparison: null }],
      outcome: 'unanswered',
    },
  ]);
});

test.each([
  ['≥95%', '≥95.0%', true],
  ['≥95%', '95%', true],
  ['≥95%', '≤95%', false],
  ['≥95%', '≥95', true],
  ['2~3次', '2-3次', true],
  ['2~3次', '2次', false],
  ['2次', '2~3次', false],
  ['2~3次', '2~4次', false],
  ['10次', '10天', false],
  ['有所改善', '明显改善', false],
  ['有所改善', '3次', false],
  ['3次', '有所改善', false],
])('%s and %s are the same target: %s', (a, b, same) => {
  expect(isSame(parseTarget(a), parseTarget(b))).toBe(same);
});
