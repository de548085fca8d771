import { expect, test } from 'vitest';
import type { Asked, Indicator, Project } from '../../../src/record/disclosure-schema.ts';
import { COLUMNS } from '../../../src/record/fields.ts';
import {
  groupIndicators,
  indicatorsByName,
  indicatorsBySubcategory,
} from '../../../src/site/indicator-groups.ts';
import type { IndicatorEntry, Site } from '../../../src/site/site.ts';

type Row = readonly [category: string, subcategory: string, name: string];

function projectOf(id: string, rows: readonly Row[], columns: Asked['columns'] = [...COLUMNS]): Project {
  const indicators = rows.map(
    ([category, subcategory, name]) => ({ category, subcategory, name, anchor: `a-${name}` }) as Indicator,
  );
  return { id, indicators, source: { asked: { fields: [], columns } } } as unknown as Project;
}
const siteOf = (...projects: Project[]): Site => ({ years: [], bodies: [], projects, apart: new Map() });
const hrefs = (entries: readonly IndicatorEntry[]) => entries.map(({ href }) => href);

const one = projectOf('2026/a/1', [
  ['安全指标', '数量指标', '巡查次数'],
  ['满意度指标', '服务对象满意度', '满意度'],
  ['产出指标', '质量指标', '合格率'],
  ['产出指标', '数量指标', '次数'],
]);
const two = projectOf('2026/b/2', [
  ['产出指标', '质量指标', '合格率'],
  ['环保指标', '', '次数'],
]);

test('categories are in the order of the form, others behind them in the order of their first use', () => {
  const groups = groupIndicators(siteOf(one, two));
  expect(groups.map(({ category, anchor, count }) => [category, anchor, count])).toEqual([
    ['产出指标', 'chan-chu-zhi-biao', 3],
    ['满意度指标', 'man-yi-du-zhi-biao', 1],
    ['安全指标', 'an-quan-zhi-biao', 1],
    ['环保指标', 'huan-bao-zhi-biao', 1],
  ]);
  expect(groups[0]?.subcategories.map(({ name, entries }) => [name, hrefs(entries)])).toEqual([
    ['质量指标', ['/2026/a/1/#a-合格率', '/2026/b/2/#a-合格率']],
    ['数量指标', ['/2026/a/1/#a-次数']],
  ]);
});

test.each<[string, Asked['columns'], string]>([
  ['was left blank', ['category'], '未写一级指标'],
  ['is not asked for', ['subcategory'], '没有一级指标'],
])('a category that %s is named as such, and comes last', (_, columns, name) => {
  const blank = projectOf('2026/c/3', [['', '数量指标', '次数']], columns);
  expect(groupIndicators(siteOf(blank, one)).map(({ category }) => category)).toEqual([
    ...['产出指标', '满意度指标'],
    ...[name, '安全指标'],
  ]);
});

test('indicators of one subcategory are a set; those without one are in none', () => {
  const sets = indicatorsBySubcategory(siteOf(one, two));
  expect(sets.map(({ slug, names, entries }) => [slug, names, hrefs(entries)])).toEqual([
    ['shu-liang-zhi-biao', ['数量指标'], ['/2026/a/1/#a-巡查次数', '/2026/a/1/#a-次数']],
    ['fu-wu-dui-xiang-man-yi-du', ['服务对象满意度'], ['/2026/a/1/#a-满意度']],
    ['zhi-liang-zhi-biao', ['质量指标'], ['/2026/a/1/#a-合格率', '/2026/b/2/#a-合格率']],
  ]);
});

test('names that sound alike are one set, the most frequent first', () => {
  const row = (name: string): Row => ['产出指标', '数量指标', name];
  const [first, second] = [
    projectOf('2026/a/1', [row('次数'), row('公示'), row('工时')]),
    projectOf('2026/b/2', [row('工时')]),
  ];
  const sets = indicatorsByName(siteOf(first, second));
  expect(sets.map(({ slug, names, entries }) => [slug, names, hrefs(entries)])).toEqual([
    ['ci-shu', ['次数'], ['/2026/a/1/#a-次数']],
    ['gong-shi', ['工时', '公示'], ['/2026/a/1/#a-工时', '/2026/b/2/#a-工时', '/2026/a/1/#a-公示']],
  ]);
});
