/** One build of all bodies, four builds of a share and a merge, and a build after a change: the same site each time. */
import { createHash } from 'node:crypto';
import { cpSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { beforeAll, expect, test } from 'vitest';
import { generateCorpus } from '../../scripts/bench/generate-corpus.ts';
import { isInShard } from '../../src/content/shard.ts';
import { RESULTS_CONTENT } from '../helpers/results-content.ts';
import { runScript } from '../helpers/run-script.ts';
import { tempFolders } from '../helpers/temp-folders.ts';
import { fixtureSource, writeFiles } from '../helpers/write-files.ts';

/** Enough for several pages of indicators, few enough for a test; `npm run verify` generates 1,000. */
const PROJECTS = Number(process.env['JIXIAO_TEST_PROJECTS'] ?? 120);
const SHARDS = 4;

const folder = tempFolders()();
const content = join(folder, 'content');

beforeAll(() => {
  generateCorpus({ projects: PROJECTS, seed: 7, out: content });
  build(content, 'whole');
}, 300_000);

function build(from: string, to: string, ...args: string[]): string {
  const { status, stdout, stderr } = runScript('build', args, {
    JIXIAO_CONTENT: from,
    JIXIAO_OUT: join(folder, to),
  });
  expect(stderr).toBe('');
  expect(status).toBe(0);
  return stdout;
}

/** Every file of a folder with its bytes. */
function filesOf(name: string): Map<string, string> {
  const base = join(folder, name);
  const paths = readdirSync(base, { recursive: true, encoding: 'utf8' }).sort();
  return new Map(
    paths
      .filter((path) => statSync(join(base, path)).isFile())
      .map((path) => [path, readFileSync(join(base, path), 'base64')]),
  );
}

function expectSameSite(name: string, other: string): void {
  const [site, expected] = [filesOf(name), filesOf(other)];
  expect([...site.keys()]).toEqual([...expected.keys()]);
  expect([...site].filter(([path, bytes]) => expected.get(path) !== bytes).map(([path]) => path)).toEqual([]);
}

test(
  'a site with results is the same from two shards, and from what an earlier build left',
  { timeout: 300_000 },
  () => {
    const results = writeFiles(join(folder, 'results'), RESULTS_CONTENT);
    for (const number of [1, 2]) build(results, `of-results-${number}`, '--shard', `${number}/2`);
    // A content folder of its own: nothing that an earlier build left behind helps.
    const merged = writeFiles(join(folder, 'results-to-merge'), RESULTS_CONTENT);
    const whole = writeFiles(join(folder, 'results-at-once'), RESULTS_CONTENT);
    build(
      merged,
      'results-merged',
      '--merge',
      ...[1, 2].map((number) => join(folder, `of-results-${number}`)),
    );
    build(whole, 'results-whole');
    expectSameSite('results-merged', 'results-whole');
    build(whole, 'results-warm');
    expectSameSite('results-warm', 'results-whole');
  },
);

test('four shards, merged, are the site that one build makes', { timeout: 600_000 }, () => {
  const shards = Array.from({ length: SHARDS }, (_, index) => `shard-${index + 1}`);
  for (const [index, name] of shards.entries()) build(content, name, '--shard', `${index + 1}/${SHARDS}`);
  // A content folder of its own: nothing that an earlier build left behind helps.
  const copy = join(folder, 'copy');
  cpSync(content, copy, { recursive: true });
  const said = build(copy, 'merged', '--merge', ...shards.map((name) => join(folder, name)));
  expect(Number(/(\d+) 页取自各份/.exec(said)?.[1])).toBeGreaterThan(PROJECTS);
  expectSameSite('merged', 'whole');
});

test('a build after a change is byte for byte a build from nothing', { timeout: 300_000 }, () => {
  const [year = ''] = readdirSync(join(content, 'disclosures'));
  const [name = ''] = readdirSync(join(content, 'disclosures', year));
  const path = join(content, 'disclosures', year, name);
  const text = readFileSync(path, 'utf8');
  writeFileSync(path, text.replace(/年度目标/, '年度的目标').replace(/\t100%/, '\t99%'));
  expect(readFileSync(path, 'utf8')).not.toBe(text);
  build(content, 'whole');
  const fresh = join(folder, 'fresh-content');
  cpSync(content, fresh, { recursive: true });
  build(fresh, 'fresh');
  expectSameSite('whole', 'fresh');
});

test('a merge finds what two shards have twice', { timeout: 300_000 }, () => {
  const twice = join(folder, 'twice');
  const parts = [1, 2].map((number) => ({ number, count: 2 }));
  expect(['a', 'c'].map((slug) => parts.findIndex((part) => isInShard(slug, part)))).toEqual([0, 1]);
  const write = (head: string) => {
    const text = head + fixtureSource('a-plain-table');
    writeFiles(twice, { 'disclosures/2026/a.md': text, 'disclosures/2026/c.md': text });
  };
  write('');
  for (const { number } of parts)
    expect(build(twice, `half-${number}`, '--shard', `${number}/2`)).not.toContain('project/in-two-files');
  const merge = ['--merge', ...parts.map(({ number }) => join(folder, `half-${number}`))];
  expect(build(twice, 'both', ...merge)).toMatch(
    /c\.md:1:1 warning project\/in-two-files .*在 disclosures\/2026\/a\.md 第 1 行也有/,
  );

  const published = filesOf('both');
  writeFiles(twice, { 'disclosures/2026/a.original.xlsx': '' });
  write(
    `---\noriginals:\n  - name: 表.xlsx\n    sha256: ${createHash('sha256').digest('hex')}\n    file: a.original.xlsx\n    parts:\n      - 全表\n---\n\n`,
  );
  const env = { JIXIAO_CONTENT: twice, JIXIAO_OUT: join(folder, 'both') };
  const { status, stderr } = runScript('build', merge, env);
  expect(status).toBe(1);
  expect(stderr).toMatch(/c\.md:1:1 error file\/same-original .*disclosures\/2026\/a\.md 的原件是同一份/);
  expect(filesOf('both')).toEqual(published);
});
