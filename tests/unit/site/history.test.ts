import { expect, test } from 'vitest';
import type { Project } from '../../../src/record/disclosure-schema.ts';
import { must } from '../../../src/record/must.ts';
import { bodyChanges } from '../../../src/site/body-changes.ts';
import { changesOfBody, changesOfYear, collectHistory } from '../../../src/site/history.ts';
import type { BodyYear, Site, Year } from '../../../src/site/site.ts';

/** A site of bodies, each with the names of its projects, which cost 1.00 each; a code is behind its name: `一#X`. */
function siteOf(bodies: Record<string, readonly string[]>): Site {
  const all = Object.entries(bodies).map(([id, names]) => {
    const year = Number(id.slice(0, 4));
    const projects = names.map((text) => {
      const [name = '', code] = text.split('#');
      const otherFields = code === undefined ? [] : [{ label: '项目代码', value: code, line: 1 }];
      return {
        ...{ id: `${id}/${name}`, bodyId: id, name, year, otherFields, indicators: [] },
        ...{ spendingUnit: null, budget: { text: '1', yuan: '1.00' } },
      } as unknown as Project;
    });
    const entry = { year, publisher: id.slice(5) };
    return { id, projects, entry, yuan: `${names.length}.00` } as unknown as BodyYear;
  });
  const years = [...Map.groupBy(all, ({ entry }) => entry.year)]
    .map(
      ([year, of]) =>
        ({ year, bodies: of, projects: of.flatMap(({ projects }) => projects) }) as unknown as Year,
    )
    .sort((a, b) => b.year - a.year);
  return { years, bodies: years.flatMap((year) => year.bodies), projects: [], apart: new Map() };
}

const site = siteOf({
  '2024/a': ['一', '二'],
  '2025/a': ['一'],
  '2026/a': ['一', '二', '三'],
  '2024/b': ['四'],
  '2026/b': ['四'],
  '2025/c': ['五'],
});
const history = collectHistory(site, new Map());
const yearsOf = (id: string) => history.threads.get(id)?.map(({ year }) => year);

test('a project keeps its years, also over one in which it was not listed', () => {
  expect(yearsOf('2024/a/一')).toEqual([2024, 2025, 2026]);
  expect(yearsOf('2026/a/二')).toEqual([2024, 2026]);
  expect(yearsOf('2026/a/三')).toEqual([2026]);
  expect(yearsOf('2024/b/四')).toEqual([2024, 2026]);
});

test('a project of an earlier year that goes on under another name is not taken up again', () => {
  const { threads } = collectHistory(
    siteOf({ '2024/a': ['一'], '2025/a': ['一#X'], '2026/a': ['二#X', '一'] }),
    new Map(),
  );
  expect(threads.get('2024/a/一')?.map(({ id }) => id)).toEqual(['2024/a/一', '2025/a/一', '2026/a/二']);
  expect(threads.get('2026/a/一')?.map(({ id }) => id)).toEqual(['2026/a/一']);
});

test('a year is compared with the last year of the site, a body with the last that it has', () => {
  const [newest] = site.years as [Year];
  const kinds = (changes: ReturnType<typeof changesOfYear>) =>
    changes?.lines.map(({ kind, count }) => [kind, count]);
  // 二 and 四 were not in 2025, so they are new against it.
  expect(kinds(changesOfYear(newest, site, history))).toEqual([
    ['ended', 1],
    ['added', 3],
    ['same', 1],
  ]);
  const { before, after } = must(changesOfYear(newest, site, history));
  expect([before.year, after.year]).toEqual([2025, 2026]);
  const b = site.bodies.find(({ id }) => id === '2026/b') as BodyYear;
  expect(changesOfBody(b, history)?.before.year).toBe(2024);
  expect(kinds(changesOfBody(b, history))).toEqual([['same', 1]]);
  const first = site.bodies.find(({ id }) => id === '2024/a') as BodyYear;
  expect(changesOfBody(first, history)).toBeUndefined();
});

test('bodies of one of the years alone are named as such', () => {
  const [newest] = site.years as [Year];
  expect(
    bodyChanges(newest, site, history).map(({ name, note, yuan, href }) => [name, note, yuan, href]),
  ).toEqual([
    ['a', undefined, '2.00', '/2026/a/changes/'],
    ['b', '新公开', '1.00', '/2026/b/'],
    ['c', '没有再公开', '-1.00', '/2025/c/'],
  ]);
});
