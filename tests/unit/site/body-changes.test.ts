import { expect, test } from 'vitest';
import type { Project } from '../../../src/record/disclosure-schema.ts';
import { totalOf } from '../../../src/record/total-of.ts';
import { bodyChanges, describeBodies, type BodyChange } from '../../../src/site/body-changes.ts';
import { collectHistory } from '../../../src/site/history.ts';
import type { BodyYear, Site, Year } from '../../../src/site/site.ts';

/** A site of bodies, each with one project of a sum; the newest year first. */
function siteOf(sums: Record<string, string | null>): Site {
  const bodies = Object.entries(sums).map(([id, yuan]) => {
    const year = Number(id.slice(0, 4));
    const budget = yuan === null ? null : { text: yuan, yuan };
    const project = {
      ...{ id: `${id}/p`, bodyId: id, year, name: '项目', otherFields: [], indicators: [] },
      ...{ spendingUnit: null, budget },
    } as unknown as Project;
    const entry = { year, publisher: `示例市${id.slice(5)}局` };
    return { id, entry, projects: [project], ...totalOf([project]) } as unknown as BodyYear;
  });
  const years = [...Map.groupBy(bodies, ({ entry }) => entry.year)].map(
    ([year, of]) => ({ year, bodies: of, projects: of.flatMap(({ projects }) => projects) }) as Year,
  );
  return { years, bodies, projects: [], apart: new Map() };
}

function changesOf(sums: Record<string, string | null>, place = 0): BodyChange[] {
  const site = siteOf(sums);
  const year = site.years[place];
  return year ? bodyChanges(year, site, collectHistory(site, new Map())) : [];
}

test('a body of both years has both sums and a page of changes', () => {
  expect(changesOf({ '2026/a': '7.00', '2025/a': '9.50' })).toEqual([
    { name: '示例市a局', href: '/2026/a/changes/', before: '9.50', after: '7.00', yuan: '-2.50' },
  ]);
});

test('a body of one year has its page of that year, and a note', () => {
  expect(changesOf({ '2026/a': '7.00', '2025/b': '9.50' })).toEqual([
    {
      name: '示例市b局',
      href: '/2025/b/',
      note: '没有再公开',
      before: '9.50',
      after: undefined,
      yuan: '-9.50',
    },
    { name: '示例市a局', href: '/2026/a/', note: '新公开', before: undefined, after: '7.00', yuan: '7.00' },
  ]);
});

test('a body that left out the year before is new against it', () => {
  const changes = changesOf({ '2026/a': '7.00', '2025/b': '1.00', '2024/a': '9.50' });
  expect(changes.map(({ href, note, yuan }) => [href, note, yuan])).toEqual([
    ['/2026/a/', '新公开', '7.00'],
    ['/2025/b/', '没有再公开', '-1.00'],
  ]);
});

test('the largest difference comes first, whatever its sign; equal ones stay in their order', () => {
  const changes = changesOf({
    ...{ '2026/a': '10.00', '2026/b': '1.00', '2026/c': '30.00', '2026/d': '7.00' },
    ...{ '2025/a': '12.00', '2025/b': '100.00', '2025/c': '20.00', '2025/d': '5.00' },
  });
  expect(changes.map(({ yuan }) => yuan)).toEqual(['-99.00', '10.00', '-2.00', '2.00']);
});

test('bodies without a sum in one of the years are left out', () => {
  const sums = {
    ...{ '2026/a': null, '2026/b': '1.00', '2026/c': null, '2026/d': '4.00' },
    ...{ '2025/a': '1.00', '2025/b': null, '2025/d': '4.00', '2025/e': null },
  };
  expect(changesOf(sums).map(({ name, yuan }) => [name, yuan])).toEqual([['示例市d局', '0.00']]);
});

test('the first year has no changes', () => {
  expect(changesOf({ '2026/a': '7.00', '2025/a': '9.50' }, 1)).toEqual([]);
});

const change = (yuan: string, note?: string): BodyChange => ({
  ...{ name: '示例市局', href: '/', before: null, after: null, yuan },
  ...(note === undefined ? {} : { note }),
});

test.each([
  [[change('1.00'), change('0.01'), change('-1.00'), change('0.00')], '2 个单位增加，1 个单位减少。'],
  [[change('1.00', '新公开'), change('-1.00', '没有再公开')], '1 个单位新公开，1 个单位没有再公开。'],
  [[change('-1.00')], '1 个单位减少。'],
  [[change('0.00')], ''],
  [[], ''],
])('bodies are counted by what became of them: %#', (changes, words) => {
  expect(describeBodies(changes)).toBe(words);
});
