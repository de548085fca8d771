import { expect, test } from 'vitest';
import type { Line } from '../../../../src/import/pdf/join-lines.ts';
import {
  isFurniture,
  isSmall,
  linesAbove,
  repeatedLines,
  toKey,
} from '../../../../src/import/pdf/lines-above.ts';
import type { Page, PageTable } from '../../../../src/import/pdf/read-page.ts';
import type { Part } from '../../../../src/import/pdf/to-part.ts';

const NAME = '项目绩效目标表';
const UNIT = '单位：万元';

/** A line in the middle of a page of 400 points. */
function line(text: string, middle: number, { size = 10, shift = 0 } = {}): Line {
  const width = text.length * size;
  const left = 200 - width / 2 + shift;
  const word = { text, left, right: left + width, middle, size, hiddenBy: null };
  return { words: [word], left, right: left + width, middle, size };
}
const table = (top: number, bottom: number): PageTable => ({ xs: [0, 400], ys: [top, bottom], cells: [] });
const pageOf = (number: number, lines: readonly Line[], tables: readonly PageTable[]): Page => ({
  ...{ number, lines: [...lines], tables: [...tables] },
  ...{
    frame: { rotation: 0, width: 600, height: 800 },
    hasLooseHeader: false,
    glyphs: 99,
    askew: 0,
    unreadable: 0,
  },
});
const partOf = (page: Page, ordinal = 1, texts: string[][] = [['甲', '乙']]): Part => ({
  ...{ page, ordinal, texts },
  table: page.tables[ordinal - 1] ?? table(0, 0),
});
/** What is above a table at 100 with these lines, ten points apart, right above it. */
const above = (...texts: string[]) => {
  const lines = texts.map((text, index) => line(text, 100 - 10 * (texts.length - index)));
  return linesAbove(partOf(pageOf(1, lines, [table(100, 200)])), undefined, new Set());
};

test.each([
  [[NAME], [NAME]],
  [
    [NAME, '（2026年度）', UNIT],
    [NAME, '（2026年度）', UNIT],
  ],
  [
    ['这是一段说明。', NAME, UNIT],
    [NAME, UNIT],
  ],
  [[NAME, '这是一段说明。', UNIT], [UNIT]],
  [
    [NAME, '部门名称：青溪县水务局'],
    [NAME, '部门名称：青溪县水务局'],
  ],
  [
    [NAME, '— 3 —', UNIT],
    [NAME, UNIT],
  ],
  [['部门名称：青溪县水务局', NAME], [NAME]],
  [['附件2', NAME], [NAME]],
  [['这是一段说明。'], []],
  [[], []],
])('of the lines %j the table has %j', (lines, expected) => {
  expect(above(...lines)).toEqual(expected);
});

test('a name that is drawn once more above the year is one name', () => {
  expect(above(NAME, '（2026年度）', NAME, UNIT)).toEqual([NAME, '（2026年度）', UNIT]);
});

test('a table has the nearest of two names', () => {
  expect(above('2025年项目绩效目标表', UNIT, NAME)).toEqual([NAME]);
});

test('lines of a table that has its name in its first row are only the small ones', () => {
  const page = pageOf(1, [line('整体绩效目标表', 80), line(UNIT, 90)], [table(100, 200)]);
  expect(
    linesAbove(
      partOf(page, 1, [
        ['', ''],
        [NAME, ''],
      ]),
      undefined,
      new Set(),
    ),
  ).toEqual([UNIT]);
  expect(linesAbove(partOf(page, 1, [[NAME, '甲']]), undefined, new Set())).toEqual(['整体绩效目标表', UNIT]);
  expect(linesAbove(partOf(page, 1, [['甲', '']]), undefined, new Set())).toEqual(['整体绩效目标表', UNIT]);
});

test('lines are those between a table and the one above it', () => {
  const lines = [line(NAME, 10), line('2026年项目绩效目标表', 140), line(UNIT, 250)];
  const page = pageOf(1, lines, [table(20, 120), table(160, 200)]);
  expect(linesAbove(partOf(page, 2), undefined, new Set())).toEqual(['2026年项目绩效目标表']);
  expect(linesAbove(partOf(page, 1), undefined, new Set())).toEqual([NAME]);
});

/** A name in two lines above a table; the upper one as it is changed. */
const inTwo = (upper: Line, lower = line('绩效目标表', 90)) =>
  linesAbove(partOf(pageOf(1, [upper, lower], [table(100, 200)])), undefined, new Set());
const UPPER = '青溪县水务局河道保洁项目';

test('a name that did not fit into one line is one', () => {
  expect(inTwo(line(UPPER, 75))).toEqual([`${UPPER}绩效目标表`]);
});

test.each<[string, Line]>([
  ['far above', line(UPPER, 68)],
  ['of another size', line(UPPER, 75, { size: 11 })],
  ['elsewhere', line(UPPER, 75, { shift: 15 })],
  ['shorter', line('水务局', 75)],
  ['a sentence', line('青溪县水务局河道保洁项目。', 75)],
  ['a field', line('部门名称：青溪县水务局', 75)],
  ['the number of a table', line('附表十一', 75)],
  ['a caption', line('（2026年度）单位：万元', 75)],
  ['at the same height', line(UPPER, 85)],
])('a line that is %s is no part of the name', (_name, upper) => {
  expect(inTwo(upper)).toEqual(['绩效目标表']);
});

test('a line may be shorter where it is the code of a unit', () => {
  expect(inTwo(line('407003_水务局_', 75), line('河道保洁项目支出绩效目标表', 90))).toEqual([
    '407003_水务局_河道保洁项目支出绩效目标表',
  ]);
});

/** What a table has with nothing above it but a page's number, after a page with these lines. */
const afterFoot = (foot: readonly Line[], { number = 2, ordinal = 1, lines = [line('— 2 —', 20)] } = {}) => {
  const before = pageOf(1, foot, [table(100, 200)]);
  const page = pageOf(number, lines, [table(40, 60), table(100, 200)]);
  return linesAbove(partOf(page, ordinal), before, new Set());
};

test('a name at the foot of the page before is that of a table with nothing above it', () => {
  const foot = [line(NAME, 300), line(UNIT, 310), line('— 1 —', 390)];
  expect(afterFoot(foot)).toEqual([NAME, UNIT]);
  expect(afterFoot([line(NAME, 90), ...foot.slice(1)])).toEqual([]);
  expect(afterFoot(foot.slice(1))).toEqual([]);
  expect(afterFoot(foot, { number: 3 })).toEqual([]);
  expect(afterFoot(foot, { ordinal: 2 })).toEqual([]);
  expect(afterFoot(foot, { lines: [line('这是一段说明。', 20)] })).toEqual([]);
  expect(afterFoot(foot, { lines: [line('（2026年度）', 20)] })).toEqual(['（2026年度）']);
});

test('lines that more than two pages, and most, have at one place are repeated', () => {
  const pages = (count: number, others: number) => [
    ...Array.from({ length: count }, (_, index) => pageOf(index, [line(`第 ${index} 号`, 20)], [])),
    ...Array.from({ length: others }, (_, index) => pageOf(index, [line('别的', 20)], [])),
  ];
  expect([...repeatedLines(pages(3, 0))]).toEqual(['2 第 # 号']);
  expect([...repeatedLines(pages(3, 2))]).toEqual(['2 第 # 号']);
  expect(repeatedLines(pages(2, 0)).size).toBe(0);
  expect(repeatedLines(pages(3, 3)).size).toBe(0);
});

test('a line that is twice on a page counts once', () => {
  expect(
    repeatedLines([1, 2].map((number) => pageOf(number, [line('甲', 20), line('甲', 21)], []))).size,
  ).toBe(0);
});

test('a line is recognized by its text without figures, and by its place', () => {
  expect(toKey(line('2026 年 1 月', 26))).toBe('3 # 年 # 月');
});

test.each([
  ['— 12 —', true],
  ['第 3 页 / 共 9 页', true],
  ['', true],
  ['甲', false],
  ['公示 7', true],
  ['示 7', false],
])('“%s” is printed on every page: %s', (text, expected) => {
  expect(isFurniture(text, new Set(['9 公示 #']))).toBe(expected);
});

test.each([
  [UNIT, true],
  ['附件2', true],
  ['表14', true],
  ['附表十一', true],
  ['附件', true],
  ['表格', false],
  ['见附件2', false],
  [NAME, false],
])('“%s” is a small line: %s', (text, expected) => {
  expect(isSmall(text)).toBe(expected);
});
