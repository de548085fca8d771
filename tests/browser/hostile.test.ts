/** Content that means harm is text on every page, in search results and in downloads: nothing of it runs. */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'node-html-parser';
import { beforeAll, expect, test } from 'vitest';
import { builtPages } from '../../scripts/browser/built-pages.ts';
import { serveBuiltSite, type ServedSite } from '../../scripts/browser/serve-built-site.ts';
import { plainEnvironment, runScript } from '../helpers/run-script.ts';
import { HOSTILE, HOSTILE_FILES, writeHostileSource } from './hostile-content.ts';
import { visitPages } from './visit-pages.ts';
import { browserOfFile } from '../helpers/browser-of-file.ts';
import { openFixture } from '../helpers/build-fixture.ts';
import { tempFolders } from '../helpers/temp-folders.ts';

const newFolder = tempFolders();
const { content, dist, env } = openFixture(newFolder());
const browser = await browserOfFile();
let site: ServedSite;
let printed: string;

beforeAll(async () => {
  for (const [index, name] of HOSTILE_FILES.entries()) {
    const texts = index === 0 ? HOSTILE : HOSTILE.slice(index * 2, index * 2 + 2);
    writeFileSync(join(content, 'disclosures/2026', name), writeHostileSource(texts, 2026));
  }
  const identity = {
    name: '绩效</title><script>canary("site")</script>',
    tagline: '"><img src=x onerror=canary("tagline")>',
    url: 'https://example.gov.cn',
    publisher: '<script>canary("publisher")</script>',
    contact: 'javascript:canary("contact")',
    icp: '<svg onload=canary("icp")>',
  };
  writeFileSync(join(content, 'site.json'), JSON.stringify(identity));
  const build = runScript('build', [], env);
  expect(build.stderr).toBe('');
  printed = build.stdout;
  site = await serveBuiltSite(plainEnvironment(env));
  return () => site.close();
});

test('every hostile cell is published as it was written', () => {
  expect(printed).toContain(`${HOSTILE.length + 2 * (HOSTILE_FILES.length - 1)} 个项目`);
  expect(printed).toContain('缺失或改动 0 处');
});

test(
  'nothing runs, nothing is refused, nobody else is asked, on any page',
  { timeout: 180_000 },
  async () => {
    const pages = builtPages(dist);
    expect(pages.length).toBeGreaterThan(80);
    const misdeeds = await visitPages(browser, site.address, pages, async (page) => {
      expect(await page.locator('main h1').isVisible()).toBe(true);
      // Elements that only a hostile text would make; the guide has pictures of its own.
      expect(
        await page
          .locator(
            'iframe, base, object, embed, img:not([src^="/pictures/"], .qr > [src$="/qr.svg"]), main style, a[href^="javascript:" i]',
          )
          .count(),
      ).toBe(0);
    });
    expect(misdeeds).toEqual({ violations: [], executions: [], messages: [], foreign: [] });
  },
);

test('search results show hostile names as text', async () => {
  const queries = [
    'canary',
    '<script>',
    '__proto__',
    'constructor',
    '../../etc/passwd',
    'hasOwnProperty',
    '长'.repeat(100),
  ];
  const found: string[] = [];
  const misdeeds = await visitPages(
    browser,
    site.address,
    queries.map((query) => `search/?q=${encodeURIComponent(query)}`),
    async (page) => {
      found.push((await page.textContent('[data-search-results]')) ?? '');
      expect(Number(await page.textContent('[data-search-count]'))).toBeGreaterThan(0);
    },
  );
  expect(misdeeds).toEqual({ violations: [], executions: [], messages: [], foreign: [] });
  expect(found[0]).toContain('<script>canary(1)</script>');
  expect(found[2]).toContain('__proto__');
});

test('metadata and data in pages hold hostile texts whole and inert', () => {
  for (const path of readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.html'),
  )) {
    const html = readFileSync(join(dist, path), 'utf8');
    const page = parse(html);
    expect(page.querySelectorAll('title, svg title').length).toBeGreaterThan(0);
    for (const script of page.querySelectorAll('script')) {
      if (script.getAttribute('type') === 'application/ld+json') JSON.parse(script.textContent);
      else
        expect([path, script.getAttribute('src') ?? 'inline']).toEqual([
          path,
          expect.stringMatching(/^\/[^/]/),
        ]);
    }
  }
});

test.each(['feed.xml', 'atom.xml', 'sitemap.xml', 'sitemap-index.xml', 'sitemap-0.xml'])(
  '%s, where the site has one, is well-formed',
  async (name) => {
    const response = await fetch(site.address + name);
    if (response.status === 404) return;
    const text = await response.text();
    const context = await browser.newContext();
    const page = await context.newPage();
    const error = await page.evaluate(
      (xml) =>
        new DOMParser().parseFromString(xml, 'application/xml').querySelector('parsererror')?.textContent ??
        '',
      text,
    );
    await context.close();
    expect(error).toBe('');
  },
);

test.each([
  ['NUL', Buffer.from('项目名称\t河\0道\n'), '1:7 error file/control-character'],
  ['an escape', Buffer.from('项目名称\t\u001B[31m河道\n'), '1:6 error file/control-character'],
  [
    'a lone surrogate',
    Buffer.concat([Buffer.from('项目名称\t河'), Buffer.from([0xed, 0xa0, 0x80])]),
    '1:7 error file/not-utf-8',
  ],
])('%s, which no page can show, is refused at its place', (_, bytes, place) => {
  const { status, stdout } = openFixture(newFolder(), { 'disclosures/2026/a.md': bytes }).run('check');
  expect(status).toBe(1);
  expect(stdout).toContain(`a.md:${place}`);
});
