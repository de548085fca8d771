import { afterAll, beforeAll, expect, test } from 'vitest';
import { closeSite, openSite } from '../../../src/astro-internals/opened-site.ts';
import type { Indicator, Project } from '../../../src/record/disclosure-schema.ts';
import {
  anchorsOf,
  cacheKey,
  keyOfBody,
  keyOfIndicators,
  keyOfProject,
} from '../../../src/site/cache-key.ts';
import type { BodyYear } from '../../../src/site/site.ts';
import { anOpenedSite } from '../astro-internals/an-opened-site.ts';

const path = 'disclosures/2026/a.md';
const commit = { id: 'c'.repeat(40), date: '2026-02-04T00:00:00.000Z' };
beforeAll(() => {
  const history = { commit, modified: new Set([path]), byPath: new Map([[path, commit]]) };
  openSite({ ...anOpenedSite(), history });
});
afterAll(closeSite);

const indicator = { anchor: 'xun-cha', formerAnchors: ['xun-cha-1', 'xun-cha-2'], line: 12 } as Indicator;
const other = { anchor: 'ren-shu', formerAnchors: [] as string[], line: 13 } as Indicator;
const project = {
  ...{ id: '2026/a/he-dao', name: '河道保洁', source: { sha256: 'e'.repeat(64) } },
  indicators: [indicator, other],
} as Project;
const entry = {
  ...{ path, sha256: 'f'.repeat(64), publisher: '示例市水务局', projectIds: [project.id], text: '原文' },
} as BodyYear['entry'];
const body = { id: '2026/a', entry, projects: [project], yuan: '1.00' } as BodyYear;

test('a key is a digest: the same for the same parts in the same order', () => {
  expect(cacheKey('a', [1, null])).toMatch(/^[\da-f]{64}$/);
  expect(cacheKey('a', [1, null])).toBe(cacheKey('a', [1, null]));
  const others = [cacheKey([1, null], 'a'), cacheKey('a', [1]), cacheKey('a', 1, null), cacheKey()];
  expect(new Set([cacheKey('a', [1, null]), ...others]).size).toBe(5);
});

test('a body is its file, the version of that, its name, and the anchors of its rows', () => {
  expect(keyOfBody(body)).toEqual([
    '2026/a',
    path,
    { commit, isModified: true },
    'f'.repeat(64),
    '示例市水务局',
    ['2026/a/he-dao'],
    ...['xun-cha', 'xun-cha-1', 'xun-cha-2', null, 'ren-shu', null],
  ]);
});

test('a file that was never committed has no version', () => {
  const unknown = keyOfBody({ ...body, entry: { ...entry, path: 'disclosures/2026/b.md' } });
  expect((unknown as unknown[]).slice(0, 3)).toEqual(['2026/a', 'disclosures/2026/b.md', null]);
});

test('anchors of rows and former anchors of a row are not taken for each other', () => {
  const anchors = (...rows: [anchor: string, ...former: string[]][]) =>
    anchorsOf(rows.map(([anchor, ...formerAnchors]) => ({ ...indicator, anchor, formerAnchors })));
  expect(anchors(['a', 'b'])).not.toEqual(anchors(['a'], ['b']));
});

test('a project is its id and its file; indicators are their addresses and lines', () => {
  expect(keyOfProject(project)).toEqual(['2026/a/he-dao', 'e'.repeat(64)]);
  const href = '/2026/a/he-dao/#xun-cha';
  expect(keyOfIndicators([{ indicator, project, href }])).toEqual([[href, 12, 'e'.repeat(64)]]);
});
