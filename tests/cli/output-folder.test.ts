/** What a build may replace: a folder that is missing, empty, or a site that a build made. */
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { runScript } from '../helpers/run-script.ts';
import { openFixture } from '../helpers/build-fixture.ts';
import { tempFolders } from '../helpers/temp-folders.ts';
import { fixtureSource } from '../helpers/write-files.ts';

const newFolder = tempFolders();
let folder: string;
let content: string;

beforeEach(() => {
  const source = fixtureSource('a-plain-table');
  ({ folder, content } = openFixture(newFolder(), { 'disclosures/2026/qingxi.md': source }));
});

function build(out: string) {
  return runScript('build', ['--silent'], { JIXIAO_CONTENT: content, JIXIAO_OUT: out });
}

test.each([
  ['the content', () => content, '会把它删除'],
  ['a folder above the content', () => folder, '会把它删除'],
  ['the project', () => '.', '会把它删除'],
  ['a part of the content', () => join(content, 'disclosures'), '不是本程序生成的文件（如 2026）'],
])('a build refuses to replace %s', (_name, out, message) => {
  writeFileSync(join(folder, 'letters.txt'), 'x');
  const { status, stderr } = build(out());
  expect(status).toBe(1);
  expect(stderr).toContain(message);
  expect(stderr).not.toMatch(/^\s+at /m);
  expect(existsSync(join(content, 'disclosures/2026/qingxi.md'))).toBe(true);
  expect(existsSync(join(folder, 'letters.txt'))).toBe(true);
  expect(readdirSync(folder).sort()).toEqual(['content', 'letters.txt']);
});

test("a build refuses to replace a folder of someone's files, and a file", () => {
  const precious = join(folder, 'precious');
  mkdirSync(precious);
  writeFileSync(join(precious, 'letters.txt'), 'x');
  expect(build(precious)).toMatchObject({ status: 1 });
  expect(build(join(precious, 'letters.txt')).stderr).toContain('是一个文件，不是文件夹');
  expect(readFileSync(join(precious, 'letters.txt'), 'utf8')).toBe('x');
});

test('a build replaces an empty folder, then its own site, through a link that stays', () => {
  const site = join(folder, 'site');
  const link = join(folder, 'link');
  mkdirSync(site);
  symlinkSync(site, link);
  expect(build(link)).toMatchObject({ status: 0 });
  writeFileSync(join(site, 'old.html'), 'of the site before');
  expect(build(link)).toMatchObject({ status: 0 });
  expect(lstatSync(link).isSymbolicLink()).toBe(true);
  expect(existsSync(join(site, 'index.html'))).toBe(true);
  expect(existsSync(join(site, 'old.html'))).toBe(false);
});
