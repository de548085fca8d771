import { expect, test } from 'vitest';
import type { Indicator, Project } from '../../../src/record/disclosure-schema.ts';
import { parseTarget } from '../../../src/record/parse-target.ts';
import { toComparison } from '../../../src/site/comparison.ts';
import { summarize } from '../../../src/site/comparison-summary.ts';
import type { IndicatorEntry } from '../../../src/site/site.ts';

const PUBLISHERS = new Map([2026, 2025, 2024, 2023].map((year) => [`${year}/a`, '示例市水务局']));

/** The comparison of targets by their years. */
function compare(years: Record<number, readonly (string | null)[]>) {
  const entries = Object.entries(years).flatMap(([key, texts]) =>
    texts.map((text, place): IndicatorEntry => {
      const year = Number(key);
      const annualTarget = text === null ? null : parseTarget(text);
      return {
        indicator: { name: '响应', annualTarget, periodTarget: null } as Indicator,
        project: { id: `${year}/a/p`, bodyId: `${year}/a`, year } as Project,
        href: `/${year}/a/p/#${place}`,
      };
    }),
  );
  return toComparison(entries, PUBLISHERS);
}
const summaryOf = (years: Record<number, readonly (string | null)[]>) => summarize(compare(years), new Set());
const notesOf = (texts: readonly string[]) => summaryOf({ 2026: texts }).kinds.map(({ note }) => note);

test('the two newest years have a column each, all others have one together', () => {
  const { columns, totals, kinds } = summaryOf({
    ...{ 2026: ['1次', '2次'], 2025: ['3次', '满意'], 2024: ['4次'], 2023: ['5次', '6次'] },
  });
  expect(columns).toEqual([
    { label: '2026年', year: 2026 },
    { label: '2025年', year: 2025 },
    { label: '更早', year: null },
  ]);
  expect(totals).toEqual([2, 2, 3]);
  expect(kinds.map(({ counts }) => counts)).toEqual([
    [2, 1, 3],
    [0, 1, 0],
  ]);
});

test('two years have no column of earlier ones', () => {
  expect(summaryOf({ 2026: ['1次'], 2025: ['3次'] }).columns.map(({ year }) => year)).toEqual([2026, 2025]);
});

test('each kind has the filters that leave its rows alone', () => {
  const { kinds } = summaryOf({ 2026: ['≥95%', '≥96%', '97%', '3次', '5', '满意', null] });
  expect(kinds.map(({ label, shape, filters, note }) => [label, shape, filters, note])).toEqual([
    [
      '不低于',
      'least',
      [
        ['unit', '百分数'],
        ['writing', '不低于'],
      ],
      '≥、以上、不少于',
    ],
    [
      '只写数',
      'exact',
      [
        ['unit', '百分数'],
        ['writing', '只写数'],
      ],
      '没有写高于、低于',
    ],
    ['其他单位', undefined, [], '没有写单位 1，次 1'],
    ['只有文字', undefined, [['writing', '只有文字']], '满意 1'],
    ['未写', undefined, [['writing', '未写']], ''],
  ]);
});

test('figures of one unit are not filtered by it', () => {
  expect(summaryOf({ 2026: ['≥95%', '≥96%'] }).kinds.map(({ filters }) => filters)).toEqual([
    [['writing', '不低于']],
  ]);
});

test('targets without any figure are counted by their words', () => {
  const { kinds, spread, plot } = summaryOf({ 2026: ['满意', '按时', null] });
  expect(kinds.map(({ label, counts }) => [label, ...counts])).toEqual([
    ['只有文字', 2],
    ['未写', 1],
  ]);
  expect([spread, plot]).toEqual([null, null]);
});

const LONG = '按照上级部门要求的时间节点';
test.each([
  ['four wordings', ['甲', '乙', '乙', '丙', '丁'], '乙 2，丁 1，丙 1，甲 1'],
  [
    'the four most frequent of five',
    ['甲', '甲', '乙', '乙', '丙', '丙', '丁', '丁', '戊'],
    '丁 2，丙 2，乙 2，甲 2，另 1 种',
  ],
  ['those that are short', ['甲', LONG, LONG], '甲 1，另 1 种'],
  ['one of 12 characters', [LONG.slice(0, 12)], `${LONG.slice(0, 12)} 1`],
  ['none that is longer', [LONG], ''],
])('words are named one by one: %s', (_, texts, note) => {
  expect(notesOf(texts)).toEqual([note]);
});

test('the spread is that of the newest year and of the most frequent unit', () => {
  const { spread } = summaryOf({
    2026: ['9%', '100%', '80%', '≥95%', '12次', '满意', null],
    2025: ['1%', '满意'],
  });
  expect(spread).toEqual({ year: 2026, rows: 7, count: 4, least: '9', middle: '80', most: '100', words: 1 });
});

test('a newest year without a figure of that unit has no spread', () => {
  expect(summaryOf({ 2026: ['满意'], 2025: ['1%'] }).spread).toBeNull();
});

test.each([
  [{ 2026: ['1%', '2%'] }, null],
  [{ 2026: ['1%', '2%', '2%'] }, [['2026年', 3]]],
  [{ 2026: ['2%', '2%', '≥2%'] }, null],
  [
    { 2026: ['1%', '2%'], 2025: ['2%'] },
    [
      ['2026年', 2],
      ['2025年', 1],
    ],
  ],
  [{ 2026: ['1%', '2%'], 2025: ['满意'], 2024: ['3%'] }, null],
  [{ 2026: ['满意'], 2025: ['1%', '2%', '3%'], 2024: ['4%'] }, [['2025年', 3]]],
])('of %j, these strips are drawn: %j', (years, strips) => {
  const { plot } = summaryOf(years);
  expect(plot && plot.strips.map(({ label, count }) => [label, count])).toEqual(strips);
});

test('a mark links to its row where that is on the page, and says what it means', () => {
  const comparison = compare({ 2026: ['1%', '2%', '≥3%'] });
  const [most] = comparison.rows;
  const marks = summarize(comparison, new Set([most?.id ?? ''])).plot?.strips[0]?.marks;
  expect(marks?.map(({ id, shape, title }) => [id, shape, title]).sort()).toEqual(
    [
      [undefined, 'exact', '示例市水务局，响应 1%'],
      [undefined, 'exact', '示例市水务局，响应 2%'],
      [most?.id, 'least', '示例市水务局，响应 ≥3%'],
    ].sort(),
  );
});

test.each([
  [200, 200],
  [201, 0],
])('of %i marks, %i are links', (count, links) => {
  const comparison = compare({ 2026: Array.from({ length: count }, (_, place) => `${place + 1}次`) });
  const { plot } = summarize(comparison, new Set(comparison.rows.map(({ id }) => id)));
  const marks = plot?.strips.flatMap((strip) => strip.marks) ?? [];
  expect(marks.filter(({ id }) => id !== undefined)).toHaveLength(links);
});
