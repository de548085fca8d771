/** One build of all bodies, four builds of a share and a merge, and a build after a change: the same site each time. */
import { cpSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { generateCorpus } from '../../scripts/bench/generate-corpus.ts';
import { isBodyPage, isInShard, parseShard } from '../../src/content/shard.ts';
import { runScript } from '../helpers/run-script.ts';
import { tempFolders } from '../helpers/temp-folders.ts';

/** Enough for several pages of indicators, few enough for a test; `npm run verify` takes 1,000. */
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

test('a folder that is no shard is told', () => {
  const { status, stderr } = runScript('build', ['--merge', content], { JIXIAO_OUT: join(folder, 'none') });
  expect(status).toBe(1);
  expect(stderr).toContain('里面没有 pages.json');
});

test('each body is in one shard, whatever other bodies there are', () => {
  const slugs = Array.from({ length: 1000 }, (_, index) => `office-${index}`);
  const counts = [1, 2, 3, 4].map(
    (number) => slugs.filter((slug) => isInShard(slug, { number, count: 4 })).length,
  );
  expect(counts.reduce((sum, count) => sum + count)).toBe(1000);
  expect(Math.min(...counts)).toBeGreaterThan(200);
});

test.each(['0/4', '5/4', '1', 'a/b', '1/0'])('--shard %s is refused', (text) => {
  expect(() => parseShard(text)).toThrow('如 --shard 3/8');
});

test.each([
  ['/2026/qinghe-water/', true],
  ['/2026/qinghe-water/source.txt', true],
  ['/2026/qinghe-water/page/2/', true],
  ['/2026/', false],
  ['/2026/page/2/', false],
  ['/2026/bodies/', false],
  ['/indicators/', false],
])("%s is a body's own page: %s", (pathname, is) => {
  expect(isBodyPage(pathname)).toBe(is);
});
