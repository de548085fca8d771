import { existsSync, mkdirSync, readFileSync, renameSync, symlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import {
  checkOutput,
  freshFolder,
  makeFresh,
  removeLeftovers,
  swapIn,
} from '../../../../src/build/publish/swap-in.ts';
import { filesUnder } from '../../../../src/cache/files-under.ts';
import { tempFolders } from '../../../helpers/temp-folders.ts';
import { writeFiles } from '../../../helpers/write-files.ts';

const newFolder = tempFolders();
/** No process has it: Linux gives out numbers up to 4,194,304. */
const GONE = 9_999_999;

test('a mount point is no output folder: it can not be renamed', () => {
  expect(() => checkOutput('/proc', [])).toThrow('输出文件夹 /proc 是一个挂载点');
  expect(() => checkOutput('/proc', [])).toThrow('/proc/site');
});

test.each([
  ['is not there', {}],
  ['is empty', { 'site/': '' }],
  ['has the mark of a site', { 'site/.jixiao-site': '', 'site/a.html': '' }],
  [
    'is a site from before there was a mark',
    { 'site/SHA256SUMS': '', 'site/schemas/a.json': '', 'site/datapackage.json': '' },
  ],
])('a folder that %s may be replaced', (_name, files) => {
  const root = newFolder();
  for (const path of Object.keys(files)) if (path.endsWith('/')) mkdirSync(join(root, path));
  writeFiles(root, Object.fromEntries(Object.entries(files).filter(([path]) => !path.endsWith('/'))));
  expect(checkOutput(join(root, 'site'), [join(root, 'other'), join(root, 'site-2')])).toBe(
    join(root, 'site'),
  );
});

test.each([
  [
    'of somebody else',
    { 'site/a.txt': '', 'site/SHA256SUMS': '', 'site/schemas/a': '' },
    'site',
    'SHA256SUMS',
  ],
  ['that is a file', { site: '' }, 'site', '是一个文件'],
  ['that holds the content', { 'site/.jixiao-site': '', 'site/content/a.md': '' }, 'site', 'site/content，'],
  ['that is the content', { 'site/content/a.md': '' }, 'site/content', 'site/content，'],
])('a folder %s may not', (_name, files, out, words) => {
  const root = newFolder();
  writeFiles(root, files);
  const sources = ['site/content'].map((path) => join(root, path)).filter((path) => existsSync(path));
  expect(() => checkOutput(join(root, out), sources)).toThrow(words);
});

test('a content whose name begins with two dots is in the folder, too', () => {
  const root = writeFiles(newFolder(), { 'site/.jixiao-site': '', 'site/..content/a.md': '' });
  expect(() => checkOutput(join(root, 'site'), [join(root, 'site/..content')])).toThrow('site/..content，');
});

test.each([['SHA256SUMS'], ['schemas/a.json'], ['datapackage.json']])(
  'a folder without %s and without the mark is no site',
  (missing) => {
    const files = ['SHA256SUMS', 'schemas/a.json', 'datapackage.json'].filter((file) => file !== missing);
    const root = writeFiles(newFolder(), Object.fromEntries(files.map((file) => [`site/${file}`, ''])));
    expect(() => checkOutput(join(root, 'site'), [])).toThrow('不是本程序生成的文件');
  },
);

test('the error has a name', () => {
  expect(() => checkOutput('/proc', [])).toThrow(expect.objectContaining({ name: 'OutputError' }) as Error);
});

test('a link is followed, so that it stays, and to see what is behind it', () => {
  const root = writeFiles(newFolder(), { 'real/.jixiao-site': '', 'real/content/a': '' });
  symlinkSync(join(root, 'real'), join(root, 'link'));
  expect(checkOutput(join(root, 'link'), [])).toBe(join(root, 'real'));
  expect(checkOutput(join(root, 'link/new/site'), [])).toBe(join(root, 'real/new/site'));
  expect(() => checkOutput(join(root, 'real'), [join(root, 'link/content')])).toThrow('link/content');
  expect(() => checkOutput(join(root, 'real'), [join(root, 'link/content/new')])).toThrow('content/new');
});

test('a fresh folder is next to the site, empty but for the mark, whatever was there', () => {
  const out = join(newFolder(), 'below', 'site');
  const fresh = freshFolder(out);
  expect([dirname(fresh), basename(fresh)]).toEqual([dirname(out), `site.next-${process.pid}`]);
  makeFresh(out);
  writeFiles(fresh, { 'old/a.html': '' });
  makeFresh(out);
  expect(filesUnder(fresh)).toEqual(['.jixiao-site']);
  expect(readFileSync(join(fresh, '.jixiao-site'), 'utf8')).not.toBe('');
});

test('the first site takes its place, and nothing is left', () => {
  const root = newFolder();
  const out = join(root, 'site');
  makeFresh(out);
  writeFiles(freshFolder(out), { 'index.html': '新' });
  swapIn(freshFolder(out), out);
  expect(filesUnder(root)).toEqual(['site/.jixiao-site', 'site/index.html']);
});

test.each([
  ['exchanges folders', true],
  ['can not', false],
])('a new site takes the place of the old one where the system %s', (_name, canExchange) => {
  const root = writeFiles(newFolder(), { 'site/index.html': '旧', 'site/old.html': '' });
  const out = join(root, 'site');
  makeFresh(out);
  writeFiles(freshFolder(out), { 'index.html': '新' });
  const exchange = (a: string, b: string) => {
    if (!canExchange) return false;
    for (const [from, to] of [[a, `${a}x`] as const, [b, a] as const, [`${a}x`, b] as const])
      renameSync(from, to);
    return true;
  };
  swapIn(freshFolder(out), out, exchange);
  expect(filesUnder(root)).toEqual(['site/.jixiao-site', 'site/index.html']);
  expect(readFileSync(join(out, 'index.html'), 'utf8')).toBe('新');
});

test('nothing is exchanged where there was no site', () => {
  const out = join(newFolder(), 'site');
  makeFresh(out);
  swapIn(freshFolder(out), out, () => {
    throw new Error('there is nothing to exchange');
  });
  expect(filesUnder(out)).toEqual(['.jixiao-site']);
});

test('what killed builds left is removed; what runs, and what only looks alike, stays', () => {
  const kept = {
    'site/a': '',
    [`site.next-${process.pid}/a`]: '',
    [`other.next-${GONE}/a`]: '',
    [`sito.next-${GONE}/a`]: '',
    [`site.next-${GONE}x/a`]: '',
    [`site.x.next-${GONE}/a`]: '',
  };
  const root = writeFiles(newFolder(), { ...kept, [`site.next-${GONE}/a`]: '', [`site.old-${GONE}/a`]: '' });
  removeLeftovers(join(root, 'site'));
  expect(filesUnder(root)).toEqual(Object.keys(kept).sort());
});

test('a site that a killed build had moved away is put back', () => {
  const root = writeFiles(newFolder(), {
    [`site.next-${GONE}/a`]: '新',
    [`site.old-${GONE}/a`]: '旧',
    [`site.old-${GONE - 1}/a`]: '更旧',
  });
  removeLeftovers(join(root, 'site'));
  expect(filesUnder(root)).toEqual(['site/a']);
  expect(readFileSync(join(root, 'site/a'), 'utf8')).toMatch('旧');
});

test('a folder that is not there has no leftovers', () => {
  const out = join(newFolder(), 'none', 'site');
  removeLeftovers(out);
  expect(existsSync(dirname(out))).toBe(false);
});
