import { expect, test } from 'vitest';
import { splitAtMarks } from '../../../../src/search/page/split-at-marks.ts';

/** The parts as one text, marks in brackets. */
const bracketed = (text: string, ...marks: [start: number, end: number][]) =>
  splitAtMarks({ text, marks: marks.map(([start, end]) => ({ start, end })) })
    .map((part) => (part.isMark ? `[${part.text}]` : part.text))
    .join('|');

test.each<[[number, number][], string]>([
  [[], '甲乙丙丁'],
  [[[0, 1]], '[甲]|乙丙丁'],
  [[[1, 3]], '甲|[乙丙]|丁'],
  [
    [
      [0, 1],
      [2, 4],
    ],
    '[甲]|乙|[丙丁]',
  ],
])('with the marks %j the parts are %s', (marks, expected) => {
  expect(bracketed('甲乙丙丁', ...marks)).toBe(expected);
});

test('an empty text has no parts', () => {
  expect(bracketed('')).toBe('');
  expect(splitAtMarks({ text: '', marks: [] })).toEqual([]);
});
