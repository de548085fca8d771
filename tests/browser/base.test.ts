/** A site in a folder of an office's server: Debian's nginx, in Chromium. No link leads out of the folder. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'node-html-parser';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { builtPages } from '../../scripts/browser/built-pages.ts';
import { runAxe } from '../../scripts/browser/run-axe.ts';
import { serveBuiltSite, type ServedSite } from '../../scripts/browser/serve-built-site.ts';
import { serveWithNginx } from '../../scripts/browser/serve-with-nginx.ts';
import { verifyConservation } from '../../src/verify/verify-conservation.ts';
import { browserOfFile } from '../helpers/browser-of-file.ts';
import { openFixture, type Fixture } from '../helpers/build-fixture.ts';
import type { Outcome } from '../helpers/run-script.ts';
import { tempFolders } from '../helpers/temp-folders.ts';
import { twoYears } from '../helpers/two-years.ts';
import { visitPages } from './visit-pages.ts';

const BASE = '/bumen/jixiao';
const BODY = '2026/water';
const browser = await browserOfFile();
const newFolder = tempFolders();
let fixture: Fixture;
let site: ServedSite;
/** What was said of an address that was moved. */
let moved: Outcome;
/** Of the site. */
let home: string;

beforeAll(async () => {
  fixture = openFixture(newFolder(), {
    ...twoYears,
    'site.json': JSON.stringify({
      name: '示例市公开',
      url: `https://example.gov.cn${BASE}/`,
      icp: '某ICP备00000000号',
      police: '某公网安备 44000000000000号',
      agencyMark: 'https://bszs.example.cn/sitename?a=1&b=2',
      findErrors: 'https://zfwzgl.example.cn/exposure/jiucuo.html?site_code=4400000000',
      reportTo: 'jixiao@example.gov.cn',
      embed: ['https://www.example.gov.cn'],
    }),
  });
  expect(fixture.run('permalinks').status).toBe(0);
  const file = join(fixture.content, 'permalinks.json');
  writeFileSync(file, readFileSync(file, 'utf8').replace('"urls": [', '"urls": [\n    "/2026/water/gone/",'));
  const address = `https://example.gov.cn${BASE}/${BODY}/`;
  moved = fixture.run('permalinks', '--moved', `${address}gone/`, address);
  const { status, stderr } = fixture.run('build');
  expect([status, stderr]).toEqual([0, '']);
  // The server's own folder, with the site in it.
  const server = newFolder();
  cpSync(fixture.dist, join(server, BASE), { recursive: true });
  const sample = readFileSync('scripts/nginx.conf', 'utf8')
    .replaceAll('/404.html', `${BASE}/404.html`)
    .replaceAll('/var/www/jixiao/nginx-', `/var/www/jixiao${BASE}/nginx-`);
  site = await serveWithNginx(server, { server: sample });
  home = `${site.address.slice(0, -1)}${BASE}/`;
});
afterAll(() => site.close());

test('every page, style, script, picture and download that pages link to is there', async () => {
  const seen = new Set<string>();
  const left = [home];
  for (let address = left.pop(); address !== undefined; address = left.pop()) {
    if (seen.has(address)) continue;
    seen.add(address);
    const response = await fetch(address);
    expect([address, response.status]).toEqual([address, 200]);
    const text = await response.text();
    if (response.headers.get('content-type')?.startsWith('text/html') !== true) continue;
    for (const element of parse(text).querySelectorAll('[href], [src], [action]'))
      for (const name of ['href', 'src', 'action']) {
        const { pathname, origin } = new URL(element.getAttribute(name) ?? '', address);
        if (origin !== new URL(home).origin) continue;
        expect([address, pathname]).toEqual([address, expect.stringMatching(`^${BASE}/`)]);
        left.push(origin + pathname);
      }
  }
  expect(seen.size).toBeGreaterThan(60);
});

test('every page keeps to its policy, without a word on the console and without another host', async () => {
  const searches = ['河道', '95%', '没有的'].map((query) => `search/?q=${encodeURIComponent(query)}`);
  const pages = builtPages(fixture.dist).filter((path) => path !== '404.html');
  expect(await visitPages(browser, home, [...pages, ...searches])).toEqual({
    violations: [],
    executions: [],
    messages: [],
    foreign: [],
  });
});

test.each([
  '',
  '2026/',
  '2026/changes/',
  `${BODY}/`,
  `${BODY}/guan-wang-yang-hu/`,
  'indicators/',
  `search/?q=${encodeURIComponent('河道')}`,
  'guide/publish/',
  'guide/commands/',
  'no-such-page/',
])('/%s in the folder has no violation of accessibility in any mode', async (path) => {
  expect(await runAxe(browser, home + path)).toEqual({ light: [], dark: [], elder: [] });
});

test.each([
  ['', 200, 'text/html; charset=utf-8'],
  [`${BODY}/`, 200, 'text/html; charset=utf-8'],
  [`${BODY}/source.txt`, 200, 'text/plain; charset=utf-8'],
  [`${BODY}/disclosure.json`, 200, 'application/json; charset=utf-8'],
  ['no-such-page/', 404, 'text/html; charset=utf-8'],
  ['_headers', 404, 'text/html; charset=utf-8'],
  ['nginx-redirects.conf', 404, 'text/html; charset=utf-8'],
])('nginx answers %j in the folder with %i and every header of security', async (path, status, type) => {
  const { status: answered, headers } = await fetch(home + path);
  expect([answered, headers.get('content-type')]).toEqual([status, type]);
  expect(headers.get('content-security-policy')).toBe("frame-ancestors 'none'");
  expect(headers.get('x-frame-options')).toBe('DENY');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('cache-control')).toBe('no-cache');
});

test('in the folder, too, a project alone may be shown in a frame, and no sitemap lists the page for it', async () => {
  const { status, headers } = await fetch(`${home}${BODY}/guan-wang-yang-hu/embed/`);
  expect(status).toBe(200);
  expect(headers.get('content-security-policy')).toBe('frame-ancestors https://www.example.gov.cn');
  expect(headers.get('x-frame-options')).toBeNull();
  expect(fixture.read('_headers')).toContain(`\n${BASE}/:year/:body/:project/embed/\n`);
  expect(fixture.read('sitemap-0.xml')).not.toContain('/embed/');
});

test('no page asks for anything outside the folder', async () => {
  const page = await browser.newPage();
  const outside: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(home)) outside.push(request.url());
  });
  for (const path of ['', '2026/', `${BODY}/`, 'search/?q=河道', 'indicators/', 'guide/publish/']) {
    await page.goto(home + path);
    await page.waitForLoadState('networkidle');
  }
  expect(outside).toEqual([]);
  await page.close();
});

test('search finds, suggests and leads to the pages of the folder', async () => {
  const page = await browser.newPage();
  await page.goto(`${home}search/?q=${encodeURIComponent('河道')}`);
  const links = page.locator('main a[href*="/2026/water/"]');
  await links.first().waitFor();
  expect(await links.first().getAttribute('href')).toContain(`${BASE}/2026/water/`);
  await links.first().click();
  await page.waitForURL(`${home}2026/water/**`);
  await page.goto(home);
  await page.fill('#q', '河道');
  await page.locator('[role=option]').first().waitFor();
  await page.press('#q', 'ArrowDown');
  await page.press('#q', 'Enter');
  await page.waitForURL(`${home}20*/**`);
  await page.goto(home);
  await page.fill('#q', '河道');
  await page.press('#q', 'Enter');
  await page.waitForURL(`${home}search/?q=*`);
  await page.close();
});

test('a project has a QR code, in print too, and it is drawn', async () => {
  const page = await browser.newPage();
  await page.goto(`${home}${BODY}/guan-wang-yang-hu/`);
  const code = page.locator('img[src$="qr.svg"]');
  await code.scrollIntoViewIfNeeded();
  await page.waitForFunction(
    () => (document.querySelector<HTMLImageElement>('.qr img')?.naturalWidth ?? 0) > 0,
  );
  await page.emulateMedia({ media: 'print' });
  expect(await code.isVisible()).toBe(true);
  await page.close();
});

test('a wrong address leads to the page 404 of the folder', async () => {
  const page = await browser.newPage();
  const wrong = await page.goto(`${home}2026/nobody/`);
  expect(wrong?.status()).toBe(404);
  expect(await page.getAttribute('main a[href$="/"]', 'href')).toBe(`${BASE}/`);
  await page.close();
});

test('whole addresses have the folder: canonical, sitemap, feed, data', () => {
  const address = `https://example.gov.cn${BASE}`;
  expect(fixture.read('sitemap-index.xml')).toContain(`<loc>${address}/sitemap-0.xml</loc>`);
  expect(fixture.read('sitemap-0.xml')).toContain(`<loc>${address}/${BODY}/</loc>`);
  expect(fixture.read('robots.txt')).toContain(`Sitemap: ${address}/sitemap-index.xml`);
  expect(fixture.read('atom.xml')).toContain(`href="${address}/atom.xml"`);
  expect(fixture.read(`${BODY}/projects.csv`)).toContain(`${address}/${BODY}/`);
  expect(fixture.read('_headers')).toContain(`\n${BASE}/_astro/*\n`);
  const page = fixture.page(BODY);
  expect(page.querySelector('link[rel=canonical]')?.getAttribute('href')).toBe(`${address}/${BODY}/`);
  expect(page.querySelector('script[type="application/ld+json"]')?.text).toContain(`${address}/${BODY}/`);
  for (const file of ['sitemap-0.xml', 'atom.xml', 'api/bodies.json', `${BODY}/datapackage.json`])
    expect(fixture.read(file)).not.toMatch(/example\.gov\.cn\/(?!bumen\/jixiao)/);
});

test('each page shows what a government site must, with the pages that prove it', () => {
  for (const path of ['', BODY, 'guide/publish']) {
    const proofs = fixture
      .page(path)
      .querySelectorAll('.colophon li a[href^="https:"]')
      .map((link) => [link.text.trim(), link.getAttribute('href')]);
    expect(proofs).toEqual([
      ['某ICP备00000000号', 'https://beian.miit.gov.cn/'],
      ['某公网安备 44000000000000号', 'https://beian.mps.gov.cn/#/query/webSearch?code=44000000000000'],
      ['党政机关网站标识', 'https://bszs.example.cn/sitename?a=1&b=2'],
      ['政府网站找错', 'https://zfwzgl.example.cn/exposure/jiucuo.html?site_code=4400000000'],
    ]);
  }
});

test('an error in a figure is reported with its page, row and line', () => {
  const rows = fixture.page(`${BODY}/he-dao-ri-chang-qing-jie`).querySelectorAll('[data-indicator]');
  expect(rows.length).toBeGreaterThan(1);
  for (const row of rows) {
    const link = new URL(row.querySelector('.report')?.getAttribute('href') ?? '');
    expect(link.protocol + link.pathname).toBe('mailto:jixiao@example.gov.cn');
    const body = link.searchParams.get('body') ?? '';
    expect(body).toContain(`https://example.gov.cn${BASE}/${BODY}/he-dao-ri-chang-qing-jie/#${row.id}\r\n`);
    expect(body).toContain(row.querySelector('.place')?.text.trim());
  }
});

test('npm start serves the site in its folder', async () => {
  const served = await serveBuiltSite({ ...process.env, ...fixture.env });
  const printed = `${served.address.slice(0, -1)}${BASE}/`;
  const answer = await fetch(`${printed}${BODY}/`);
  expect(answer.status).toBe(200);
  await served.close();
});

test('an address that was moved as it is published leads on within the folder', async () => {
  expect(moved.stdout).toContain('/2026/water/gone/ 从此转到 /2026/water/\n');
  expect(fixture.read('_redirects')).toContain(`${BASE}/2026/water/gone/ ${BASE}/2026/water/ 301`);
  expect(fixture.read('2026/water/gone/index.html')).toContain(`content="0; url=${BASE}/2026/water/"`);
  const answer = await fetch(`${home}2026/water/gone/`);
  expect(answer.url).toBe(`${home}2026/water/`);
});

test('a link without the folder is a loss', () => {
  const [project = ''] = Object.keys(
    (JSON.parse(readFileSync(join(fixture.content, 'permalinks.json'), 'utf8')) as { rows: object }).rows,
  );
  const file = join(fixture.dist, project, 'index.html');
  const html = readFileSync(file, 'utf8');
  writeFileSync(file, html.replace(`href="${BASE}/${dirname(project)}/"`, `href="/${dirname(project)}/"`));
  const { losses } = verifyConservation(fixture.content, fixture.dist);
  writeFileSync(file, html);
  expect(losses).not.toEqual([]);
  expect(verifyConservation(fixture.content, fixture.dist).losses).toEqual([]);
});
