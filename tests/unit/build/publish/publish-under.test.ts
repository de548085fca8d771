import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { publishUnder, withBase } from '../../../../src/build/publish/publish-under.ts';
import { tempFolders } from '../../../helpers/temp-folders.ts';
import { writeFiles } from '../../../helpers/write-files.ts';

const newFolder = tempFolders();

const change = (html: string, base = '/jixiao', file = '2026/index.html') =>
  withBase(base, file, Buffer.from(html)).toString();

test.each([
  ['<html lang="zh-CN"><head>', '<html lang="zh-CN" data-base="/jixiao"><head>'],
  ['<a href="/">', '<a href="/jixiao/">'],
  ['<a class="a" href="/2026/#L1">', '<a class="a" href="/jixiao/2026/#L1">'],
  ['<script src="/page.js">', '<script src="/jixiao/page.js">'],
  ['<form action="/search/">', '<form action="/jixiao/search/">'],
  [
    '<list-tools data-pages="/2026/ /2026/page/2/">',
    '<list-tools data-pages="/jixiao/2026/ /jixiao/2026/page/2/">',
  ],
  ['<meta content="0; url=/2026/">', '<meta content="0; url=/jixiao/2026/">'],
])('%s gets the base', (html, expected) => {
  expect(change(html)).toBe(expected);
});

test.each([
  ['<a href="#L1">'],
  ['<a href="https://example.gov.cn/2026/">'],
  ['<p data-name="/2026/">'],
  ['<p>href=&quot;/2026/&quot;</p>'],
])('%s stays as it is', (html) => {
  expect(change(html)).toBe(html);
});

test('files that are no pages stay as they are, and so does a site without a base', () => {
  const html = '<a href="/2026/">';
  expect(change(html, '/jixiao', '2026/project.json')).toBe(html);
  expect(change(html, '')).toBe(html);
});

test('what Astro writes without the base gets it: page 404, rules for servers, sitemaps', () => {
  const files = {
    '404.html': '<a href="/">',
    _headers: '# Rules\n/*\n  Cache-Control: no-cache\n/_astro/*\n',
    'sitemap-index.xml': '<loc>https://example.gov.cn/sitemap-0.xml</loc>',
    'sitemap-0.xml': '<loc>https://example.gov.cn/</loc><loc>https://example.gov.cn/2026/</loc>',
  };
  const dist = newFolder();
  const publish = (url: string | undefined) => {
    writeFiles(dist, files);
    publishUnder(dist, url);
    return Object.keys(files).map((file) => readFileSync(join(dist, file), 'utf8'));
  };
  expect(publish('https://example.gov.cn/jixiao/')).toEqual([
    '<a href="/jixiao/">',
    '# Rules\n/jixiao/*\n  Cache-Control: no-cache\n/jixiao/_astro/*\n',
    '<loc>https://example.gov.cn/jixiao/sitemap-0.xml</loc>',
    '<loc>https://example.gov.cn/jixiao/</loc><loc>https://example.gov.cn/jixiao/2026/</loc>',
  ]);
  for (const url of [undefined, 'https://example.gov.cn/'])
    expect(publish(url)).toEqual(Object.values(files));
});

test('a site without these files gets none', () => {
  const dist = newFolder();
  publishUnder(dist, 'https://example.gov.cn/jixiao');
  expect(existsSync(join(dist, '404.html'))).toBe(false);
});
