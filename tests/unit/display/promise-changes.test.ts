import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareYears } from '../../../src/display/compare-years.ts';
import { pairIndicators } from '../../../src/display/pair-indicators.ts';
import { placeOfPromise, toPromiseChanges } from '../../../src/display/promise-changes.ts';
import type { Indicator, Project } from '../../../src/record/disclosure-schema.ts';
import { parseTarget } from '../../../src/record/parse-target.ts';

const indicator = (name: string, annual: string | null, period: string | null = null): Indicator => ({
  ...{ category: '产出指标', subcategory: '数量指标', name, details: [], line: 1 },
  annualTarget: annual === null ? null : parseTarget(annual),
  periodTarget: period === null ? null : parseTarget(period),
  anchor: name,
  formerAnchors: [],
});
const project = (indicators: readonly Indicator[]) => ({ budget: null, indicators }) as unknown as Project;
const changesOf = (before: readonly Indicator[], after: readonly Indicator[]) =>
  toPromiseChanges([{ before: project(before), after: project(after), by: 'name' }]);
const kindOf = (before: string | null, after: string | null) =>
  changesOf([indicator('次数', before)], [indicator('次数', after)]).groups.map(({ kind }) => kind);

test.each<[string | null, string | null, string]>([
  ['≥95%', '≥95%', 'same'],
  [null, null, 'same'],
  ['≥95%', '≥98%', 'raised'],
  ['9000元', '1万元', 'raised'],
  ['3次', '2次', 'lowered'],
  ['≥95%', '95%以上', 'rewritten'],
  ['1万元', '10000元', 'rewritten'],
  ['3次', '3个', 'unlike'],
  ['3次', '2~4次', 'unlike'],
  ['2~4次', '2-4次', 'rewritten'],
  ['2~4次', '2~5次', 'unlike'],
  ['2~4次', '3~4次', 'unlike'],
  ['2~4次', '2~4个', 'unlike'],
  ['2~4次', '3次', 'unlike'],
  ['按时', '3次', 'numbered'],
  ['3次', '按时', 'worded'],
  ['按时', '及时', 'reworded'],
  [null, '3次', 'filled'],
  ['3次', null, 'emptied'],
])('from %s to %s: %s', (before, after, kind) => {
  expect(kindOf(before, after)).toEqual([kind]);
});

test('a target of the year and one of the period are not compared', () => {
  const [before, after] = [indicator('次数', null, '9次'), indicator('次数', '3次')];
  expect(changesOf([before], [after]).groups.map(({ kind }) => kind)).toEqual(['unlike']);
});

test('indicators of one year alone lead to that year', () => {
  const { both, groups } = changesOf([indicator('次数', '3次')], [indicator('人数', '3人')]);
  expect(both).toBe(0);
  expect(groups.map(({ kind, rows: [row] }) => [kind, row && placeOfPromise(row).indicator.name])).toEqual([
    ['added', '人数'],
    ['ended', '次数'],
  ]);
});

test('rows of one name belong together by their targets, then by their order; none is lost', () => {
  const before = [indicator('人数', '3人'), indicator('人数', '5人'), indicator('人数', '7人')];
  const after = [indicator('人数', '5人'), indicator('人数', '4人')];
  expect(pairIndicators(before, after)).toEqual([
    { before: before[1], after: after[0] },
    { before: before[0], after: after[1] },
    { before: before[2] },
  ]);
  expect(compareYears(project(before), project(after)).targets).toEqual([
    { label: '人数', before: '3人', after: '4人' },
    { label: '人数', before: '7人', after: undefined },
  ]);
});

test('each indicator of both years is in one row', () => {
  const list = fc.array(
    fc
      .tuple(fc.constantFrom('甲', '乙'), fc.constantFrom('1次', '2次', '按时'))
      .map(([name, text]) => indicator(name, text)),
    { maxLength: 6 },
  );
  fc.assert(
    fc.property(list, list, (before, after) => {
      const pairs = pairIndicators(before, after);
      expect(new Set(pairs.flatMap((pair) => pair.before ?? []))).toEqual(new Set(before));
      expect(pairs.flatMap((pair) => pair.after ?? [])).toEqual(after);
      expect(changesOf(before, after).groups.reduce((sum, { rows }) => sum + rows.length, 0)).toBe(
        pairs.length,
      );
    }),
  );
});

test('indicators of both years are counted', () => {
  const before = [indicator('次数', '3次'), indicator('人数', '3人'), indicator('天数', null)];
  const after = [indicator('次数', '4次'), indicator('天数', null), indicator('户数', '5户')];
  expect(changesOf(before, after).both).toBe(2);
});
