import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { runScript } from '../helpers/run-script.ts';
import { openFixture } from '../helpers/build-fixture.ts';
import { tempFolders } from '../helpers/temp-folders.ts';
import { fixtureSource } from '../helpers/write-files.ts';

const good = fixtureSource('a-plain-table');
const { folder, content, env } = openFixture(tempFolders()());

test('a content folder needs nothing but disclosures/', () => {
  writeFileSync(join(folder, 'content/disclosures/2026/qingxi.md'), good);
  expect(runScript('build', [], env)).toMatchObject({ status: 0 });
  expect(existsSync(join(folder, 'dist/2026/qingxi/he-dao-qing-yu/index.html'))).toBe(true);
  expect(existsSync(join(folder, 'dist/guide/index.html'))).toBe(true);
  expect(readFileSync(join(folder, 'content/disclosures/2026/qingxi.md'), 'utf8')).toBe(good);
});

test('a build opens a source once', () => {
  const log = join(folder, 'openings.txt');
  const outcome = runScript('build', [], {
    ...env,
    NODE_OPTIONS: `--import ${pathToFileURL('tests/helpers/record-openings.ts').href}`,
    JIXIAO_TEST_OPENINGS: log,
  });
  expect(outcome).toMatchObject({ status: 0 });
  const openings = readFileSync(log, 'utf8').split('\n');
  rmSync(log);
  expect(openings.filter((path) => path.endsWith('disclosures/2026/qingxi.md'))).toHaveLength(1);
});

test('bad input ends with 1, tells each error once, and leaves the last good site as it was', () => {
  const home = join(folder, 'dist/index.html');
  const before = readFileSync(home, 'utf8');
  writeFileSync(join(folder, 'content/disclosures/2026/broken.md'), good.replace('30,000.00', '3o,000.00'));
  const { status, stderr } = runScript('build', [], env);
  expect(status).toBe(1);
  expect(stderr.match(/broken\.md:9:15 error budget\/not-a-number/g)).toHaveLength(1);
  expect(stderr).not.toContain('    at ');
  expect(readFileSync(home, 'utf8')).toBe(before);
  expect(readdirSync(folder).sort()).toEqual(['content', 'dist']);
});

test('a vanished file takes its pages along', () => {
  rmSync(join(folder, 'content/disclosures/2026/broken.md'));
  writeFileSync(join(folder, 'content/disclosures/2026/qingxi.md'), good.replace('河道清淤', '堤岸修补'));
  expect(runScript('build', [], env)).toMatchObject({ status: 0 });
  expect(readdirSync(join(folder, 'dist/2026/qingxi')).filter((name) => !name.includes('.'))).toEqual([
    'di-an-xiu-bu',
    'quality',
    'source',
  ]);
});

test('with --if-changed, a site is built again only if it would not be the same', () => {
  const home = join(folder, 'dist/index.html');
  const build = () => runScript('build', ['--if-changed'], env);
  const first = build();
  const page = readFileSync(home, 'utf8');
  const kept = `${first.stdout.trim().split('\n').slice(-3).join('\n')}\n内容没有改动，沿用上次生成并核对过的网站\n`;
  expect(kept).toMatch(/^逐格核对原文：1 个项目.*\n已生成 1 个项目的网站/);
  expect(build()).toEqual({ status: 0, stdout: kept, stderr: '' });
  writeFileSync(home, '改');
  expect(build()).toEqual({ ...first, stdout: expect.not.stringContaining('沿用') as string });
  expect(readFileSync(home, 'utf8')).toBe(page);
});

test('a folder that is no shard is told', () => {
  const { status, stderr } = runScript('build', ['--merge', content], {
    JIXIAO_OUT: join(folder, 'none'),
  });
  expect(status).toBe(1);
  expect(stderr).toContain('里面没有 pages');
});
