import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { generateCorpus } from '../../../../scripts/bench/generate-corpus.ts';
import { openContent } from '../../../../src/content/open-content.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jixiao-corpus-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function written(out: string): string[] {
  return readdirSync(out, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .sort()
    .map((path) => `${path}\n${readFileSync(join(out, path), 'utf8')}`);
}

test('a seed gives the same files, another seed others', () => {
  const [one, two, three] = ['one', 'two', 'three'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  generateCorpus({ projects: 60, seed: 1, out: one });
  generateCorpus({ projects: 60, seed: 1, out: two });
  generateCorpus({ projects: 60, seed: 2, out: three });
  expect(written(two)).toEqual(written(one));
  expect(written(three)).not.toEqual(written(one));
});

test('is read without an error, with the crooked places of the real source', async () => {
  generateCorpus({ projects: 300, seed: 1, out: folder });
  const { sources, errors } = await openContent({ root: '.', folder });
  expect(errors).toEqual([]);
  expect(sources.flatMap(({ disclosure }) => disclosure.projects)).toHaveLength(300);
  const rules = new Set(sources.flatMap(({ disclosure }) => disclosure.notices.map(({ rule }) => rule)));
  for (const rule of [
    'heading/missing-marker',
    'table/shifted-row',
    'budget/cost-mismatch',
    'target/unit-mismatch',
  ])
    expect(rules).toContain(rule);
});

test('writes so many bodies in each of five years, most of whose projects go on with changes', async () => {
  generateCorpus({ projects: 240, seed: 1, out: folder, bodies: 6 });
  const { sources, errors } = await openContent({ root: '.', folder });
  expect(errors).toEqual([]);
  const bodies = Map.groupBy(sources, ({ disclosure }) => disclosure.projects[0]?.department);
  expect(bodies.size).toBe(6);
  expect([...bodies.values()].map((years) => years.length)).toEqual([5, 5, 5, 5, 5, 5]);
  const projects = sources.flatMap(({ disclosure }) => disclosure.projects);
  expect(projects).toHaveLength(240);
  const last = projects.filter(({ year }) => year === 2026);
  const before = new Map(
    projects.filter(({ year }) => year === 2025).map((each) => [each.id.slice(5), each]),
  );
  const pairs = last.flatMap((each) => {
    const earlier = before.get(each.id.slice(5));
    return earlier ? [[earlier, each] as const] : [];
  });
  expect(pairs.length).toBeGreaterThan(last.length / 2);
  expect(pairs.length).toBeLessThan(last.length);
  expect(pairs.some(([earlier, each]) => earlier.budget?.yuan !== each.budget?.yuan)).toBe(true);
  const targets = pairs.flatMap(([earlier, each]) =>
    each.indicators.map(({ annualTarget }, row) => [
      earlier.indicators[row]?.annualTarget?.text,
      annualTarget?.text,
    ]),
  );
  const changed = targets.filter(([earlier, now]) => earlier !== now).length;
  expect(changed).toBeGreaterThan(0);
  expect(changed).toBeLessThan(targets.length / 2);
});
