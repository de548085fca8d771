import { expect, test } from 'vitest';
import { formatLine, joinLines, toLines, toWords, type Line } from '../../../../src/import/pdf/join-lines.ts';
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
