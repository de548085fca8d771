import { expect, test } from 'vitest';
import { LabelledCell } from '../../../src/record/labelled-grid.ts';
import { Notices } from '../../../src/record/notices.ts';
import { periodInLabel, readPeriod } from '../../../src/record/read-period.ts';

/** A field of a row that has this text; undefined: there is no such label; '': nothing stands beside it. */
function fieldOf(text: string | undefined, column: number) {
  if (text === undefined) return undefined;
  const cell = (words: string, at: number) => new LabelledCell(words, { line: 4, column: at });
  return { label: cell('label', column), value: text === '' ? null : cell(text, column + 1) };
}

/** What the cells 实施周期, 起始年度 and 到期年度 read as. */
function read(whole: string | undefined, first: string | undefined, last: string | undefined) {
  const notices = new Notices('a.md');
  const { period, isWhole } = readPeriod(
    { whole: fieldOf(whole, 1), first: fieldOf(first, 11), last: fieldOf(last, 21) },
    notices.report,
  );
  const said = notices.all.map(({ rule, line, column, message }) => `${line}:${column} ${rule} ${message}`);
  return { period, isWhole, said };
}
const years = (start: number, end: number, openEnded = false) => ({ start, end, openEnded });

test.each([
  [undefined, '2024', '2026', years(2024, 2026), true],
  ['', '2024年', '2026 年', years(2024, 2026), true],
  [undefined, '２０２４', '2099', years(2024, 2099, true), true],
  [undefined, '2024年1月', '2026', years(2024, 2026), false],
  [undefined, '2024', '2026-12', years(2024, 2026), false],
  [undefined, '2024.1.1', '2026-12-31', years(2024, 2026), false],
  ['2024年-2026年', undefined, undefined, years(2024, 2026), true],
  ['2024--2026', undefined, undefined, years(2024, 2026), true],
  ['2024 至 2099', '', undefined, years(2024, 2099, true), true],
  ['2024-01-01-2026-12-31', undefined, undefined, years(2024, 2026), false],
  ['2024年1月1日至2026年12月31日', undefined, undefined, years(2024, 2026), false],
  ['2024/01—2026/12', undefined, undefined, years(2024, 2026), false],
  ['2024.1~2026.12', undefined, undefined, years(2024, 2026), false],
  ['自2024年至2026年', undefined, undefined, null, false],
  ['2024年至2026年止', undefined, undefined, null, false],
  ['2024', undefined, undefined, null, false],
  [undefined, '2024', undefined, null, false],
  [undefined, undefined, '2026', null, false],
  [undefined, '长期', '2026', null, false],
  [undefined, '2024', '长期', null, false],
  [undefined, undefined, undefined, null, true],
])('%s, %s, %s', (whole, first, last, period, isWhole) => {
  const reading = read(whole, first, last);
  expect([reading.period, reading.isWhole]).toEqual([period, isWhole]);
  const hasCell = [whole, first, last].some((text) => text !== undefined);
  expect(reading.said).toHaveLength(period === null && hasCell ? 1 : 0);
});

test.each([
  [
    read(undefined, '长期', '2026'),
    '4:12 period/not-a-year 实施周期应为起始年度和到期年度，各为四位数的年份；这里写“长期”和“2026”，照原文列出',
  ],
  [
    read('2024-2026', '', '2026'),
    '4:22 period/not-a-year 实施周期应为起始年度和到期年度，各为四位数的年份；这里写“2026”和“2024-2026”，照原文列出',
  ],
  [
    read('2024-2026', '2024', undefined),
    '4:12 period/not-a-year 实施周期应为起始年度和到期年度，各为四位数的年份；这里写“2024”和“2024-2026”，照原文列出',
  ],
])('says what stands there, at its place: %#', ({ period, isWhole, said }, message) => {
  expect([period, isWhole, said]).toEqual([null, false, [message]]);
});

test.each([[read(undefined, '', '')], [read('', undefined, undefined)], [read('/', undefined, undefined)]])(
  'says nothing where nothing is written: %#',
  (reading) => {
    expect(reading).toEqual({ period: null, isWhole: false, said: [] });
  },
);

test.each([
  ['2022年--2024年', years(2022, 2024)],
  ['2022-2099', years(2022, 2099, true)],
  ['2022年', null],
  ['50分', null],
  [null, null],
])('a goal’s label may name the period: %s', (note, period) => {
  expect(periodInLabel(note)).toEqual(period);
});

test.each(['1年', '三年', '12个月', '长期', '经常性'])('%s is how long, and no mistake', (whole) => {
  expect(read(whole, undefined, undefined)).toEqual({ period: null, isWhole: false, said: [] });
});
