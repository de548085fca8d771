import { expect, test } from 'vitest';
import { must } from '../../../../src/record/must.ts';
import {
  formatLine,
  joinLines,
  splitLine,
  toLines,
  toWords,
  type Line,
  type Word,
} from '../../../../src/import/pdf/join-lines.ts';
import type { Glyph } from '../../../../src/import/pdf/read-texts.ts';

const SIZE = 10;
/** Characters of a text, each as wide as they are high. */
const draw = (text: string, left: number, middle: number, run = 0): Glyph[] =>
  Array.from(text, (character, index) => ({
    text: character,
    left: left + index * SIZE,
    right: left + (index + 1) * SIZE,
    middle,
    size: SIZE,
    direction: 0,
    run,
    hiddenBy: null,
  }));
const linesOf = (...glyphs: Glyph[][]): Line[] => toLines(toWords(glyphs.flat()));
const format = (lines: readonly Line[]) => lines.map(formatLine);

test('characters drawn twice count once', () => {
  expect(format(linesOf(draw('河道', 0, 5), draw('河道', 0.5, 5)))).toEqual(['河道']);
  expect(format(linesOf(draw('天天', 0, 5)))).toEqual(['天天']);
});

test('figures of another font a little higher are on the same line', () => {
  expect(format(linesOf(draw('共', 0, 20), draw('12', 10, 17.5), draw('处', 30, 20)))).toEqual(['共12处']);
});

test('a space is between Latin words and where a gap is wide, not between Chinese and figures', () => {
  expect(format(linesOf(draw('AB', 0, 5), draw('CD', 24, 5)))).toEqual(['AB CD']);
  expect(format(linesOf(draw('甲', 0, 5), draw('乙', 25, 5)))).toEqual(['甲 乙']);
  expect(format(linesOf(draw('甲', 0, 5), draw('5', 14, 5)))).toEqual(['甲5']);
});

test('texts of two pieces that touch are two words', () => {
  const words = toWords([...draw('一级指标', 0, 5, 1), ...draw('二级指标', 40, 5, 2)]);
  expect(words.map(({ text }) => text)).toEqual(['一级指标', '二级指标']);
});

test('a short line at the left ends a paragraph of a wide cell', () => {
  const lines = linesOf(draw('一二三四五六七八九十', 0, 5), draw('完。', 0, 20), draw('又一段', 20, 35));
  expect(joinLines(lines, { left: 0, right: 105 })).toBe('一二三四五六七八九十完。\n又一段');
});

test('lines of a narrow cell, and centred ones, are joined', () => {
  const lines = linesOf(draw('服务对象', 0, 5), draw('满意', 0, 20), draw('度', 0, 35));
  expect(joinLines(lines, { left: 0, right: 60 })).toBe('服务对象满意度');
  const centred = linesOf(draw('一二三四五六七八', 10, 5), draw('完', 45, 20));
  expect(joinLines(centred, { left: 0, right: 105 })).toBe('一二三四五六七八完');
});

const wordsOf = (...glyphs: Glyph[][]) => toWords(glyphs.flat()).map(({ text }) => text);

test.each<[string, Partial<Glyph>, number]>([
  ['a small gap', { left: 11.4 }, 1],
  ['a gap', { left: 11.6 }, 2],
  ['a step back', { left: 6.8 }, 1],
  ['a larger step back', { left: 6.6 }, 2],
  ['a little lower', { middle: 6.4 }, 1],
  ['lower', { middle: 6.6 }, 2],
  ['higher', { middle: 3.4 }, 2],
  ['a little smaller', { size: 8.1 }, 1],
  ['smaller', { size: 8 }, 2],
  ['larger', { size: 13.5 }, 2],
  ['another piece', { run: 1 }, 2],
])('a character behind another with %s is in as many words as it looks', (_name, change, count) => {
  const [first, second] = draw('甲乙', 0, 5);
  expect(wordsOf(first ? [first] : [], second ? [{ ...second, ...change }] : [])).toHaveLength(count);
});

test('a word reaches from its first character to the end of the longest', () => {
  const [first, second] = draw('甲乙', 0, 5);
  const [word] = toWords([
    { ...must(first), right: 30 },
    { ...must(second), left: 28, right: 29 },
  ]);
  expect(word).toMatchObject({ text: '甲乙', left: 0, right: 30, middle: 5, size: 10, hiddenBy: null });
});

test.each([
  ['beside', 1.4, 5, 1],
  ['farther beside', 1.6, 5, 2],
  ['below', 0, 6.4, 1],
  ['farther below', 0, 6.6, 2],
])('a character drawn once more %s counts once only where it looks bold', (_name, left, middle, count) => {
  expect(wordsOf(draw('甲', 0, 5), draw('甲', left, middle, 1))).toHaveLength(count);
});

test('doubles are found over the borders of bands, and among several', () => {
  expect(wordsOf(draw('甲', 0, 7.9), draw('甲', 0, 8.1, 1))).toEqual(['甲']);
  expect(wordsOf(draw('甲', 0, 8.1), draw('甲', 0, 7.9, 1))).toEqual(['甲']);
  expect(wordsOf(draw('甲', 0, 5), draw('甲', 50, 5, 1), draw('甲', 0, 5, 2), draw('甲', 50, 5, 3))).toEqual([
    ...['甲', '甲'],
  ]);
  expect(wordsOf(draw('甲', 0, 5), draw('乙', 0, 5, 1))).toEqual(['甲', '乙']);
});

const word = (text: string, left: number, middle = 5, size = SIZE): Word => ({
  ...{ text, left, right: left + text.length * size, middle, size, hiddenBy: null },
});

test('words are on one line up to half a character apart, by the larger of them', () => {
  expect(toLines([word('甲', 0, 5), word('乙', 20, 9.9)])).toHaveLength(1);
  expect(toLines([word('甲', 0, 5), word('乙', 20, 10)])).toHaveLength(2);
  expect(toLines([word('甲', 0, 5), word('乙', 20, 14, 20)])).toHaveLength(1);
  expect(toLines([word('甲', 0, 5, 20), word('乙', 30, 14)])).toHaveLength(1);
});

test('lines are in order from the top, their words from the left, and they reach around all of them', () => {
  const lines = toLines([word('丙', 50, 40), word('乙', 30, 6, 12), word('甲', 0, 5)]);
  expect(lines.map(({ words, ...line }) => [words.map(({ text }) => text), line])).toEqual([
    [['甲', '乙'], { left: 0, right: 42, middle: 5, size: 12 }],
    [['丙'], { left: 50, right: 60, middle: 40, size: 10 }],
  ]);
});

test.each([
  ['a gap of less than a character', [word('甲', 0), word('乙', 19.9)], ['甲乙']],
  ['a gap of a character', [word('甲', 0), word('乙', 20)], ['甲', '乙']],
  ['words that overlap a little', [word('甲', 0), word('乙', 0.1)], ['甲乙']],
  ['words over each other', [word('甲', 0), word('乙', 0)], ['甲', '乙']],
])('a line with %s is in its pieces', (_name, words, texts) => {
  const [line] = toLines(words);
  const pieces = splitLine(must(line)).map(({ words: own, left, right }) => [
    ...[own.map(({ text }) => text).join(''), left, right],
  ]);
  expect(pieces.map(([text]) => text)).toEqual(texts);
  expect(pieces[0]?.[1]).toBe(0);
  expect(pieces.at(-1)?.[2]).toBe(words.at(-1)?.right);
});

test.each([
  [[word('AB', 0), word('CD', 22.1)], 'AB CD'],
  [[word('AB', 0), word('CD', 22)], 'ABCD'],
  [[word('AB', 0), word('12', 22.1)], 'AB 12'],
  [[word('12', 0), word('AB', 22.1)], '12 AB'],
  [[word('12', 0), word('34', 22.1)], '1234'],
  [[word('AB', 0), word('甲', 22.1)], 'AB甲'],
  [[word('甲', 0), word('乙', 20)], '甲乙'],
  [[word('甲', 0), word('乙', 20.1)], '甲 乙'],
  [[word(' 甲', 0), word('乙 ', 20)], '甲乙'],
])('%# a line is written with spaces where they are seen', (words, text) => {
  expect(formatLine({ words })).toBe(text);
});

/** Lines of a cell, each as wide as its text, twenty points apart. */
const cellOf = (...lines: [text: string, left: number][]) =>
  lines.flatMap(([text, left], index) => toLines([word(text, left, 20 * index)]));
const FULL = '一二三四五六七八九十';

test.each<[string, [string, number][], number, string]>([
  [
    'a line that leaves little free',
    [
      ['一二三四五六七八', 0],
      ['又', 0],
    ],
    105,
    '一二三四五六七八又',
  ],
  [
    'a line that leaves much free',
    [
      ['一二三四五六七', 0],
      ['又', 0],
    ],
    105,
    '一二三四五六七\n又',
  ],
  [
    'a narrow cell',
    [
      ['一二三', 0],
      ['又', 0],
    ],
    100,
    '一二三又',
  ],
  [
    'a cell that is just wide enough',
    [
      ['一二三', 0],
      ['又', 0],
    ],
    101,
    '一二三\n又',
  ],
  [
    'an indent',
    [
      ['完', 25.9],
      [FULL, 0],
    ],
    131,
    `完\n${FULL}`,
  ],
  [
    'more than an indent',
    [
      ['完', 26],
      [FULL, 0],
    ],
    131,
    `完${FULL}`,
  ],
  [
    'a text near the left edge',
    [
      ['完', 19.9],
      [FULL, 19.9],
    ],
    131,
    `完\n${FULL}`,
  ],
  [
    'a text far from the left edge',
    [
      ['完', 20],
      [FULL, 20],
    ],
    131,
    `完${FULL}`,
  ],
  [
    'words',
    [
      ['on', 0],
      ['top', 0],
    ],
    50,
    'on top',
  ],
  ['no lines', [], 50, ''],
])('a cell with %s is joined', (_name, lines, right, text) => {
  expect(joinLines(cellOf(...lines), { left: 0, right })).toBe(text);
});

test('the width of a cell is that between its edges, wherever it is', () => {
  const lines = cellOf(['一二三', 500], ['又', 500]);
  expect(joinLines(lines, { left: 500, right: 600 })).toBe('一二三又');
  expect(joinLines(lines, { left: 500, right: 601 })).toBe('一二三\n又');
});
