import { expect, test } from 'vitest';
import { findMarks, findStarts } from '../../../src/search/find-marks.ts';

test.each([
  ['甲乙丙甲乙', ['甲乙'], ['0-2', '3-5']],
  ['甲乙丙丁', ['丙', '甲'], ['0-1', '2-3']],
  ['甲乙丙丁', ['甲乙', '丙丁'], ['0-4']],
  ['甲乙丙丁', ['乙丙', '甲乙丙丁'], ['0-4']],
  ['甲乙丙丁', ['甲乙丙', '乙'], ['0-3']],
  ['甲甲甲', ['甲甲'], ['0-3']],
  ['共 9 5 ％ 人', ['95%'], ['2-7']],
  [' 甲', ['甲'], ['1-2']],
  ['甲', ['乙'], []],
  ['甲', [], []],
])('in %j the words %j are marked at %j', (text, words, expected) => {
  expect(findMarks(text, words).map(({ start, end }) => `${start}-${end}`)).toEqual(expected);
});

test('a part of a longer number is marked only where numbers need not be whole', () => {
  expect(findMarks('10.98万和8万', ['8万'])).toEqual([{ start: 7, end: 9 }]);
  expect(findMarks('10.98万和8万', ['8万'], false)).toEqual([{ start: 7, end: 9 }]);
  expect(findMarks('10.98万和8万', ['8万'], true)).toEqual([
    { start: 4, end: 6 },
    { start: 7, end: 9 },
  ]);
});

test('occurrences of a word may overlap', () => {
  expect(findStarts('甲甲甲', '甲甲', false)).toEqual([0, 1]);
  expect(findStarts('198 98', '98', false)).toEqual([4]);
  expect(findStarts('198 98', '98', true)).toEqual([1, 4]);
});
