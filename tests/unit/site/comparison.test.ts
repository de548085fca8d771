import { expect, test } from 'vitest';
import type { Indicator, Project } from '../../../src/record/disclosure-schema.ts';
import { parseTarget } from '../../../src/record/parse-target.ts';
import { toComparison } from '../../../src/site/comparison.ts';
import { summarize } from '../../../src/site/comparison-summary.ts';
import type { IndicatorEntry } from '../../../src/site/site.ts';

function entryOf(text: string | null, year = 2026, bodyId = `${year}/a`): IndicatorEntry {
  const target = text === null ? null : parseTarget(text);
  const id = `${bodyId}/${year}-${text ?? ''}`;
  return {
    indicator: { name: '满意度', annualTarget: target, periodTarget: null } as Indicator,
    project: { id, bodyId, year, name: '项目', budget: null } as Project,
    href: `/${id}/#man-yi-du`,
  };
}

const publishers = new Map([
  ['2026/a', '青溪县水务局'],
  ['2026/b', '云岭市文化局'],
  ['2025/a', '青溪县水务局'],
]);
const texts = (entries: readonly IndicatorEntry[]) =>
  toComparison(entries, publishers).rows.map(({ target }) => target?.text ?? null);

test('figures come first, largest first, the stricter wording before the other; then words; then nothing', () => {
  const rows = [null, '满意', '95%以上', '基本满意', '满意', '>95%', '9%', '100%', '≥95.5%'].map((text) =>
    entryOf(text),
  );
  expect(texts(rows)).toEqual(['100%', '≥95.5%', '>95%', '95%以上', '9%', '满意', '满意', '基本满意', null]);
});

test('figures of one unit are together, the usual unit first; 万元 and 元 are one', () => {
  const rows = ['12个月', '2万元', '30000元', '1万元', '3次'].map((text) => entryOf(text));
  expect(texts(rows)).toEqual(['30000元', '2万元', '1万元', '12个月', '3次']);
  expect(toComparison(rows, publishers).groups).toEqual([
    { unit: '元', count: 3 },
    { unit: '个月', count: 1 },
    { unit: '次', count: 1 },
  ]);
});

test.each([
  ['words are behind figures, however many', ['满意', '满意', '3次'], ['3次', '满意', '满意']],
  ['figures before words stay there', ['3次', '满意', '满意'], ['3次', '满意', '满意']],
  ['rows without a target are last, however many', [null, null, '满意'], ['满意', null, null]],
  ['words before rows without a target stay there', ['满意', null, null], ['满意', null, null]],
  ['units as frequent are in one order', ['3次', '12个月'], ['12个月', '3次']],
  ['words as frequent are in one order', ['乙', '甲', '丙'], ['丙', '乙', '甲']],
  ['words as frequent are in that order already', ['丙', '乙', '甲'], ['丙', '乙', '甲']],
])('%s', (_, given, expected) => {
  expect(texts(given.map((text) => entryOf(text)))).toEqual(expected);
});

test('equal words are by year, newest first', () => {
  const rows = [entryOf('满意', 2025), entryOf('满意'), entryOf('基本满意'), entryOf('满意', 2025, '2025/a')];
  expect(
    toComparison(rows, publishers).rows.map(({ target, project }) => [target?.text, project.year]),
  ).toEqual([
    ['满意', 2026],
    ['满意', 2025],
    ['满意', 2025],
    ['基本满意', 2026],
  ]);
});

test('bodies are by name, years newest first', () => {
  const rows = [entryOf('9次', 2025), entryOf('8次', 2026, '2026/b'), entryOf('7次')];
  const { publishers: names, years } = toComparison(rows, publishers);
  expect(names).toEqual(['青溪县水务局', '云岭市文化局']);
  expect(years).toEqual([2026, 2025]);
  expect(toComparison(rows.slice(1), publishers).publishers).toEqual(names);
});

test('the anchor of a row is that of its address', () => {
  const [row, same, other] = toComparison(
    [entryOf('5次'), entryOf('5次'), entryOf('4次')],
    publishers,
  ).rows.map(({ id }) => id);
  expect(row).toMatch(/^r[\da-f]{10}$/);
  expect([same === row, other === row]).toEqual([true, false]);
});

test('equal ones are by year, newest first, then by body', () => {
  const rows = [entryOf('5次', 2025), entryOf('5次'), entryOf('5次', 2026, '2026/b')];
  expect(
    toComparison(rows, publishers).rows.map(({ publisher, project }) => [project.year, publisher]),
  ).toEqual([
    [2026, '青溪县水务局'],
    [2026, '云岭市文化局'],
    [2025, '青溪县水务局'],
  ]);
});

test('each row is counted once, by year and writing', () => {
  const rows = [
    ...['≥95%', '96%', '97%以上', '满意', '3次', null].map((text) => entryOf(text)),
    ...['≥90%', '满意'].map((text) => entryOf(text, 2025)),
  ];
  const { kinds, totals, columns, spread } = summarize(toComparison(rows, publishers), new Set());
  expect(columns.map(({ label }) => label)).toEqual(['2026年', '2025年']);
  expect(kinds.map(({ label, counts }) => [label, ...counts])).toEqual([
    ['不低于', 2, 1],
    ['只写数', 1, 0],
    ['其他单位', 1, 0],
    ['只有文字', 1, 1],
    ['未写', 1, 0],
  ]);
  expect(totals).toEqual([6, 2]);
  expect(spread).toEqual({ year: 2026, rows: 6, count: 3, least: '95', middle: '96', most: '97', words: 1 });
});

test('a few figures, or equal ones, are not drawn', () => {
  const plotOf = (values: readonly string[]) =>
    summarize(
      toComparison(
        values.map((text) => entryOf(text)),
        publishers,
      ),
      new Set(),
    ).plot;
  expect(plotOf(['≥95%', '≥96%'])).toBeNull();
  expect(plotOf(['≥95%', '≥95%', '95%'])).toBeNull();
  expect(plotOf(['≥95%', '≥96%', '95%'])?.strips).toHaveLength(1);
});
