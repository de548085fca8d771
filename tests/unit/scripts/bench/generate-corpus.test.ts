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
