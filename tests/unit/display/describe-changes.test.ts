import { expect, test } from 'vitest';
import { toChanges } from '../../../src/display/changes.ts';
import {
  describeDifference,
  describeLeftOutOfBoth,
  describeProjects,
  formatChange,
  LINE_LABELS,
  LINE_LISTS,
  MATCH_LABELS,
} from '../../../src/display/describe-changes.ts';
import type { ProjectPair } from '../../../src/record/project-pair.ts';
import { aProject } from './a-project.ts';

/** The changes from projects of 2025 to projects of 2026, by their sums; those of one place are the same where they stay. */
function changesOf(before: readonly (string | null)[], after: readonly (string | null)[], staying = 0) {
  const [old, now] = [before, after].map((sums, year) =>
    sums.map((yuan, place) => ({ ...aProject({ yuan }), id: `${year}/${place}` })),
  ) as [ReturnType<typeof aProject>[], ReturnType<typeof aProject>[]];
  const pairs = now.slice(0, staying).flatMap((project, place): [string, ProjectPair][] => {
    const earlier = old[place];
    return earlier ? [[project.id, { before: earlier, after: project, by: 'code' }]] : [];
  });
  return toChanges(old, now, new Map(pairs), [2025, 2026]);
}

test.each([
  ['-9190000.00', '−9,190,000.00'],
  ['-0.01', '−0.01'],
  ['0.00', '0.00'],
  ['0.01', '+0.01'],
  ['14326000.00', '+14,326,000.00'],
])('a change of %s is %s', (yuan, text) => {
  expect(formatChange(yuan)).toBe(text);
});

test.each([
  ['1000000.00', '1048000.00', '2026年比2025年多 4.8 万元（4.8%）'],
  ['1048000.00', '1000000.00', '2026年比2025年少 4.8 万元（4.6%）'],
  ['0.00', '30000.00', '2026年比2025年多 3 万元'],
  ['30000.00', '0.00', '2026年比2025年少 3 万元（100%）'],
  ['100000000.00', '350000000.00', '2026年比2025年多 2.50 亿元（250.0%）'],
  ['30000.00', '30000.00', '2026年和2025年的合计相同'],
  [null, '30000.00', '2025年的表上没有金额，两年的合计不能比'],
  ['30000.00', null, '2026年的表上没有金额，两年的合计不能比'],
  [null, null, '2025年的表上没有金额，两年的合计不能比'],
])('from a total of %s to one of %s: %s', (before, after, words) => {
  expect(describeDifference(changesOf([before], [after]))).toBe(words);
});

test.each([
  [2, 2, 2, '2 个项目两年都有'],
  [2, 3, 2, '2 个项目两年都有；1 个新列'],
  [3, 2, 2, '2 个项目两年都有；1 个没有再列'],
  [3, 4, 1, '1 个项目两年都有；3 个新列，2 个没有再列'],
  [1, 1, 0, '没有两年都有的项目；1 个新列，1 个没有再列'],
])('of %i projects and %i, %i in both years: %s', (before, after, both, words) => {
  const sums = (count: number) => Array.from({ length: count }, () => '1.00');
  expect(describeProjects(changesOf(sums(before), sums(after), both))).toBe(words);
});

test.each([
  [['1.00'], ['2.00'], ''],
  [['1.00', null], ['2.00'], '表上没有金额的项目不在合计里：2025年 1 个。'],
  [[null, null], [null], '表上没有金额的项目不在合计里：2025年 2 个，2026年 1 个。'],
])('with the sums %j and %j, left out of the totals: “%s”', (before, after, words) => {
  expect(describeLeftOutOfBoth(changesOf(before, after))).toBe(words);
});

test('each line of the ledger has words of its own, and the list that its projects are in', () => {
  expect(LINE_LISTS).toEqual({
    ...{ ended: 'ended', added: 'added' },
    ...{ raised: 'stay', lowered: 'stay', same: 'stay', unknown: 'stay' },
  });
  expect(Object.keys(LINE_LABELS)).toEqual(Object.keys(LINE_LISTS));
  expect(new Set(Object.values(LINE_LABELS)).size).toBe(6);
});

test('each way to know a renamed project has words', () => {
  expect(Object.keys(MATCH_LABELS)).toEqual(['moved', 'code', 'name']);
});
