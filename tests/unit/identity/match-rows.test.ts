import { expect, test } from 'vitest';
import { matchRows } from '../../../src/identity/match-rows.ts';
import type { Indicator } from '../../../src/record/disclosure-schema.ts';
import { resultRow, settledResult } from '../../helpers/make-result.ts';

type Words = readonly [category: string, subcategory: string, name: string];

const pair = (asked: readonly Words[], answered: readonly Words[]) => {
  const toWords = ([category, subcategory, name]: Words) => ({ category, subcategory, name });
  const indicators = asked.map((words) => toWords(words) as Indicator);
  const { indicators: answers } = settledResult({
    indicators: answered.map((words) => resultRow(toWords(words))),
  });
  const placeOf = <Row>(rows: readonly Row[], row: Row | null) => (row === null ? null : rows.indexOf(row));
  return matchRows(indicators, answers).map(({ indicator, answer }) => [
    placeOf(indicators, indicator),
    placeOf(answers, answer),
  ]);
};

test('rows with one name and one category answer each other, whatever their order', () => {
  const a: Words = ['产出指标', '数量指标', '清淤长度'];
  const b: Words = ['产出指标', '质量指标', '验收合格率'];
  expect(pair([a, b], [b, a])).toEqual([
    [0, 1],
    [1, 0],
  ]);
  expect(pair([a], [['产出指标', '数量指标', '清淤 长度']])).toEqual([[0, 0]]);
});

test('a category that is written otherwise makes no difference, as long as the name is the only one', () => {
  expect(pair([['产出', '数量', '清淤长度']], [['产出指标', '数量', '清淤长度']])).toEqual([[0, 0]]);
  expect(pair([['产出', '数量', '清淤长度']], [['成果', '数量指标', '清淤长度']])).toEqual([[0, 0]]);
});

test('rows that only one of the two has have no partner', () => {
  expect(pair([['产出', '数量', '清淤长度']], [['产出', '数量', '清淤面积']])).toEqual([
    [0, null],
    [null, 0],
  ]);
});

test('a name that two rows have is not guessed', () => {
  const asked: Words[] = [
    ['产出', '数量', '完成率'],
    ['产出', '质量', '完成率'],
  ];
  expect(pair(asked, [['效益', '社会', '完成率']])).toEqual([
    [0, null],
    [1, null],
    [null, 0],
  ]);
  // One of them is clear; the other is not clear because of it.
  expect(
    pair(asked, [
      ['产出', '数量', '完成率'],
      ['效益', '社会', '完成率'],
    ]),
  ).toEqual([
    [0, 0],
    [1, null],
    [null, 1],
  ]);
});
