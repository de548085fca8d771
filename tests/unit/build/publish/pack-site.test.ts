import { expect, test } from 'vitest';
import { toPacked } from '../../../../src/build/publish/pack-site.ts';

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
