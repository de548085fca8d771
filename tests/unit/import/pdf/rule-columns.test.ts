import { expect, test } from 'vitest';
import type { RuledTable } from '../../../../src/import/pdf/find-tables.ts';
import { toLines, type Word } from '../../../../src/import/pdf/join-lines.ts';
import { findHeader, ruleColumns } from '../../../../src/import/pdf/rule-columns.ts';

const word = (text: string, left: number, middle: number): Word => ({
  ...{ text, left, right: left + 10 * text.length, middle, size: 10, hiddenBy: null },
});
/** Words of one line, each with its left edge. */
const line = (middle: number, ...words: [text: string, left: number][]) =>
  words.map(([text, left]) => word(text, left, middle));
const level = (at: number, from = 0, to = 300) => ({ isLevel: true, at, from, to });

const LEVELS = [0, 20, 40, 60].map((at) => level(at));
const WORDS = [
  ...line(10, ['项目名称', 0], ['河道保洁', 100]),
  ...line(30, ['一级指标', 0], ['三级指标', 100], ['指标值', 200]),
  ...line(50, ['产出指标', 0], ['打捞', 100], ['≥9吨', 200]),
];
/** The upright lines, each as where it is, from and to. */
const columns = (
  words: readonly Word[] = WORDS,
  levels: readonly ReturnType<typeof level>[] = LEVELS,
  tables: readonly RuledTable[] = [],
) => ruleColumns(levels, tables, words).map(({ isLevel, at, from, to }) => [isLevel, at, from, to]);

const ROWS = [
  [0, 20, [0, 300, 170]],
  [20, 40, [0, 300, 70, 170]],
  [40, 60, [0, 300, 70, 170]],
] as const;
const RULED = ROWS.flatMap(([from, to, ats]) => ats.map((at) => [false, at, from, to]));

test('lines are drawn at the sides and between the cells of the header, where no text is in the way', () => {
  const words = [...line(10, ['河道保洁项目', 40]), ...WORDS.slice(2)];
  expect(columns(words)).toEqual(RULED);
});

test('the sides are those of the longest level lines', () => {
  const levels = [level(0, 5, 290), level(20, 0, 280), level(40, 10, 300), level(60, 5, 290)];
  expect(columns(WORDS, levels).slice(0, 2)).toEqual([
    [false, 0, 0, 20],
    [false, 300, 0, 20],
  ]);
});

test.each([
  ['fewer than three rows', WORDS, LEVELS.slice(1)],
  ['no header', WORDS.filter(({ middle }) => middle !== 30), LEVELS],
  ['a header above all lines', WORDS, LEVELS.map(({ at }) => level(at + 35))],
  ['a header below all lines', WORDS, LEVELS.map(({ at }) => level(at - 35))],
  ['nothing', [], []],
])('there are none of %s', (_name, words, levels) => {
  expect(columns(words, levels)).toEqual([]);
});

test('there are none where a text closes a gap of the header', () => {
  expect(columns([...WORDS.slice(0, 5), word('很长的指标名称很长的指标', 100, 50)])).toEqual([]);
});

test('there are none where the header has fewer gaps than the rows', () => {
  expect(columns([...WORDS.slice(0, 7), word('吨', 280, 50), word('≥9', 200, 50)])).toEqual([]);
});

test('a gap left of the header is that of merged cells', () => {
  const moved = WORDS.slice(2).map((each) => ({ ...each, left: each.left + 50, right: each.right + 50 }));
  const words = [...moved, word('绩', 0, 50)];
  expect(columns(words, LEVELS).map(([, at]) => at)).toEqual([
    ...[0, 300, 30, 120, 220],
    ...[0, 300, 30, 120, 220],
    ...[0, 300, 30, 120, 220],
  ]);
});

test('a gap has to be wider than most of a character', () => {
  const header = (left: number) => [
    ...line(30, ['一级指标', 0], ['三级指标', 100], ['指标值', left]),
    ...line(50, ['产出指标', 0], ['打捞', 100], ['≥9吨', left]),
  ];
  expect(columns(header(151))).not.toEqual([]);
  expect(columns(header(148))).toEqual([]);
});

test('level lines of a table that has all its lines are not counted', () => {
  const inside = (ys: number[], xs = [0, 300]): RuledTable => ({ xs, ys, cells: [] });
  expect(columns(WORDS, LEVELS, [inside([0, 60])])).toEqual([]);
  expect(columns(WORDS, LEVELS, [inside([63, 90])])).not.toEqual([]);
  expect(columns(WORDS, LEVELS, [inside([62, 90])])).toEqual([]);
  expect(columns(WORDS, LEVELS, [inside([-90, -3])])).not.toEqual([]);
  expect(columns(WORDS, LEVELS, [inside([-90, -2])])).toEqual([]);
  expect(columns(WORDS, LEVELS, [inside([0, 60], [303, 400])])).not.toEqual([]);
  expect(columns(WORDS, LEVELS, [inside([0, 60], [302, 400])])).toEqual([]);
  expect(columns(WORDS, LEVELS, [inside([0, 60], [-90, -3])])).not.toEqual([]);
  expect(columns(WORDS, LEVELS, [inside([0, 60], [-90, -2])])).toEqual([]);
});

test('upright lines of the page are not counted', () => {
  const upright = { isLevel: false, at: 500, from: 0, to: 900 };
  expect(ruleColumns([...LEVELS, upright], [], WORDS)).toEqual(ruleColumns(LEVELS, [], WORDS));
});

test('the header is the first line with two of its labels', () => {
  const pieces = toLines(line(10, ['一级指标', 0])).concat(
    ...[20, 30].map((middle) =>
      line(middle, ['一级指标', 0], ['二级指标', 100]).flatMap((each) => toLines([each])),
    ),
  );
  expect(findHeader(pieces).map(({ left, middle }) => [left, middle])).toEqual([
    [0, 20],
    [100, 20],
  ]);
  expect(findHeader(toLines(line(10, ['一级指标', 0])))).toEqual([]);
});
