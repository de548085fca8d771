import { hash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { PackError, packSite, toPacked } from '../../../../src/build/publish/pack-site.ts';
import { filesUnder } from '../../../../src/cache/files-under.ts';
import { tempFolders } from '../../../helpers/temp-folders.ts';
import { writeFiles } from '../../../helpers/write-files.ts';

const pack = (file: string, html: string, base = '') => toPacked(base, file, Buffer.from(html)).toString();

test.each([
  ['index.html', '<a href="/">', '<a href="index.html">'],
  ['index.html', '<a href="/2026/a/#L1">', '<a href="2026/a/index.html#L1">'],
  ['2026/a/index.html', '<a href="/">', '<a href="../../index.html">'],
  ['2026/a/index.html', '<a href="/2026/a/">', '<a href="index.html">'],
  ['2026/a/index.html', '<a href="/search/?q=%E7%94%B2">', '<a href="../../search/index.html?q=%E7%94%B2">'],
  ['2026/a/index.html', '<a href="/2026/projects.csv">', '<a href="../projects.csv">'],
  ['2026/a/index.html', '<a href="https://example.gov.cn/">', '<a href="https://example.gov.cn/">'],
  ['2026/a/index.html', '<a href="#L1">', '<a href="#L1">'],
  ['2026/index.html', '<html lang="zh-CN">', '<html lang="zh-CN" data-base="..">'],
  ['index.html', '<html lang="zh-CN">', '<html lang="zh-CN" data-base=".">'],
])('on %s %s becomes %s', (file, html, expected) => {
  expect(pack(file, html)).toBe(expected);
});

test('a base is left out', () => {
  const html = '<html lang="zh-CN" data-base="/jixiao"><a href="/jixiao/2026/">';
  expect(pack('a/index.html', html, '/jixiao')).toBe(
    '<html lang="zh-CN" data-base=".."><a href="../2026/index.html">',
  );
});

test('other files stay as they are', () => {
  expect(pack('a/project.json', '<a href="/">')).toBe('<a href="/">');
});

const newFolder = tempFolders();
const SITE = {
  'index.html': '<html lang="zh-CN"><a href="/jixiao/2026/">',
  '2026/index.html': '<html lang="zh-CN">甲',
  'b.csv': '乙',
  'a.csv': '丙',
};
const FOR_SERVERS = [
  ...['404.html', '_headers', '_redirects', 'nginx-redirects.conf', 'robots.txt', 'SHA256SUMS'],
  ...['sitemap-0.xml', 'sitemap-index.xml', '.jixiao-site', 'index.html.br', 'a.csv.gz'],
];
/** The archive of a site with these files: where it is, its texts by name, and what was counted. */
function packed(files: Record<string, string>, archive = join(newFolder(), 'site.zip')) {
  const counted = packSite(writeFiles(newFolder(), files), archive, { base: '/jixiao', name: '公示' });
  const texts = Object.entries(unzipSync(readFileSync(archive))).map(
    ([name, bytes]) => [name, Buffer.from(bytes).toString()] as const,
  );
  return { archive, counted, texts: new Map(texts) };
}

test('an archive has the site with links between its files, a README and sums, and nothing for servers', () => {
  const others = Object.fromEntries(FOR_SERVERS.map((file) => [file, '丁']));
  const { texts } = packed({ ...SITE, ...others, 'a/robots.txt': '戊' });
  expect([...texts.keys()].sort()).toEqual(
    [...Object.keys(SITE), 'a/robots.txt', 'README.txt', 'SHA256SUMS']
      .map((file) => `jixiao-site/${file}`)
      .sort(),
  );
  expect(texts.get('jixiao-site/index.html')).toBe(
    '<html lang="zh-CN" data-base="."><a href="2026/index.html">',
  );
  expect(texts.get('jixiao-site/b.csv')).toBe('乙');
});

test('the sums are those of the files in the archive, in the order of their names', () => {
  const { texts } = packed(SITE);
  const names = ['2026/index.html', 'README.txt', 'a.csv', 'b.csv', 'index.html'];
  const sumOf = (file: string) => hash('sha256', texts.get(`jixiao-site/${file}`) ?? '');
  expect(texts.get('jixiao-site/SHA256SUMS')).toBe(names.map((file) => `${sumOf(file)}  ${file}\n`).join(''));
});

test('the README begins with the name of the site, in lines as Windows has them', () => {
  const text = packed(SITE).texts.get('jixiao-site/README.txt') ?? '';
  expect(text.startsWith('公示\r\n\r\n')).toBe(true);
  expect(text).toMatch(/SHA256SUMS\r\n$/);
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
});

test('files and bytes of the archive are counted, and two archives of one site are the same', () => {
  const [one, other] = [packed(SITE), packed(SITE)];
  const bytes = readFileSync(one.archive);
  expect(one.counted).toEqual({ files: 6, bytes: bytes.length });
  expect(readFileSync(other.archive).equals(bytes)).toBe(true);
  // The date in the head of the first file: 1 January 1980.
  expect(bytes.readUInt16LE(12)).toBe(0x21);
  expect(bytes.length).toBeLessThan([...one.texts.values()].join('').length * 3);
});

test('an archive replaces the one before, and leaves nothing else', () => {
  const folder = writeFiles(newFolder(), { 'site.zip': '旧' });
  const { texts } = packed(SITE, join(folder, 'site.zip'));
  expect(texts.size).toBe(6);
  expect(readdirSync(folder)).toEqual(['site.zip']);
});

test('a file that is no archive is not replaced', () => {
  const folder = writeFiles(newFolder(), { 'a.txt': '旧' });
  expect(() => packed(SITE, join(folder, 'a.txt'))).toThrow(PackError);
  expect(() => packed(SITE, join(folder, 'a.txt'))).toThrow(
    expect.objectContaining({ name: 'PackError' }) as Error,
  );
  expect(filesUnder(folder)).toEqual(['a.txt']);
});

test('an archive that can not be put in its place leaves nothing', () => {
  const folder = writeFiles(newFolder(), { 'site.zip/a.txt': '旧' });
  expect(() => packed(SITE, join(folder, 'site.zip'))).toThrow();
  expect(filesUnder(folder)).toEqual(['site.zip/a.txt']);
});

test('a page of search says what can not be done from a folder', () => {
  const html = 'a<noscript><p>x</p>\n</noscript>b';
  expect(pack('search/index.html', html)).toMatch(/^a<p class="notice without-script">.+就能搜索。<\/p>b$/);
  expect(pack('check/index.html', html)).toMatch(/^a<p class="notice without-script">.+就能核对.+<\/p>b$/);
});
