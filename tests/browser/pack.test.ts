/** The packed site: from a folder without a server, and on a server that has no address for it. */
import { hash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import { parse } from 'node-html-parser';
import { beforeAll, expect, inject, test } from 'vitest';
import { serveWithNginx, WEB_HOST } from '../../scripts/browser/serve-with-nginx.ts';
import { filesUnder } from '../../src/cache/files-under.ts';
import { browserOfFile } from '../helpers/browser-of-file.ts';
import { runScript } from '../helpers/run-script.ts';
import { tempFolders } from '../helpers/temp-folders.ts';
import { writeFiles } from '../helpers/write-files.ts';

const PROJECT = '2026/dongguan-zhishu-jiguan-gongwei/ji-guan-dang-yuan-pei-xun';
const browser = await browserOfFile();
const newFolder = tempFolders();
let folder: string;
let site: string;
let archive: Buffer;

const pack = (file: string, env: Record<string, string> = {}) =>
  runScript('pack', ['--to', file], { JIXIAO_OUT: inject('dist'), ...env });
const pathOf = (file: string) => pathToFileURL(join(site, file)).href;

beforeAll(() => {
  folder = newFolder();
  const { status, stdout, stderr } = pack(join(folder, 'a.zip'));
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(/a\.zip：\d+ 个文件，[\d.]+ (?:K|M)B。解压以后打开 index\.html\n$/);
  archive = readFileSync(join(folder, 'a.zip'));
  writeFiles(folder, unzipSync(archive));
  site = join(folder, 'jixiao-site');
});

test('the same site gives the same archive, in any time zone', () => {
  expect(pack(join(folder, 'b.zip'), { TZ: 'America/New_York' }).status).toBe(0);
  expect(readFileSync(join(folder, 'b.zip')).equals(archive)).toBe(true);
});

test('the checksums are those of all files, and a README says what to open', () => {
  const lines = readFileSync(join(site, 'SHA256SUMS'), 'utf8').trimEnd().split('\n');
  const files = filesUnder(site).filter((file) => file !== 'SHA256SUMS');
  expect(lines.map((line) => line.slice(66)).toSorted()).toEqual(files);
  for (const line of lines)
    expect(line.slice(0, 64)).toBe(hash('sha256', readFileSync(join(site, line.slice(66)))));
  expect(readFileSync(join(site, 'README.txt'), 'utf8')).toContain('index.html');
});

test('every link of every page leads to a file of the folder, and to a part of it that is there', () => {
  const pages = filesUnder(site).filter((file) => file.endsWith('.html'));
  const idsOf = (file: string) =>
    new Set(
      parse(readFileSync(file, 'utf8'))
        .querySelectorAll('[id]')
        .map(({ id }) => id),
    );
  const ids = new Map(pages.map((file) => [join(site, file), idsOf(join(site, file))]));
  let links = 0;
  for (const file of pages)
    for (const element of parse(readFileSync(join(site, file), 'utf8')).querySelectorAll(
      '[href], [src], [action]',
    ))
      for (const name of ['href', 'src', 'action']) {
        const link = element.getAttribute(name);
        if (link === undefined || /^(?:https?|mailto):/.test(link) || element.rawTagName === 'use') continue;
        links += 1;
        const url = new URL(link, pathOf(file));
        const target = fileURLToPath(url.href.replace(/[?#].*/, ''));
        expect([file, link, target.startsWith(site)]).toEqual([file, link, true]);
        expect([file, link, existsSync(target) && statSync(target).isFile()]).toEqual([file, link, true]);
        const fragment = decodeURIComponent(url.hash.slice(1));
        if (fragment !== '' && target.endsWith('.html'))
          expect([file, link, ids.get(target)?.has(fragment)]).toEqual([file, link, true]);
      }
  expect(links).toBeGreaterThan(1000);
});

test('a page opens from the folder with its style, and its links are clicked through', async () => {
  const page = await browser.newPage();
  await page.goto(pathOf('index.html'));
  await page.click(`a[href="${PROJECT}/index.html"]`);
  await page.waitForURL(pathOf(`${PROJECT}/index.html`));
  const font = await page.evaluate(
    () => getComputedStyle(document.querySelector('h1') ?? document.body).fontSize,
  );
  expect(Number.parseFloat(font)).toBeGreaterThan(24);
  expect(await page.evaluate(() => [...document.images].every((image) => image.naturalWidth > 0))).toBe(true);
  await page.locator('.indicators th a').first().click();
  await page.waitForURL(`${pathOf(`${PROJECT}/index.html`)}#*`);
  await page.click('nav.trail a >> nth=1');
  await page.waitForURL(pathOf('2026/index.html'));
  await page.close();
});

test('a search from the folder says why there is no answer, and where everything is listed', async () => {
  const page = await browser.newPage();
  await page.goto(pathOf(`${PROJECT}/index.html`));
  await page.fill('#q', '培训');
  await page.press('#q', 'Enter');
  await page.waitForURL(`${pathOf('search/index.html')}?q=${encodeURIComponent('培训')}`);
  expect(await page.isVisible('.notice.without-script')).toBe(true);
  await page.click('main a[href="../indicators/index.html"]');
  await page.waitForURL(pathOf('indicators/index.html'));
  await page.close();
});

test('on a server, in any folder, its search finds and leads on', async () => {
  const server = await serveWithNginx(folder, { server: WEB_HOST });
  const page = await browser.newPage();
  const home = `${server.address}jixiao-site/`;
  await page.goto(`${home}search/?q=${encodeURIComponent('培训')}`);
  const link = page.locator('main .hit a').first();
  await link.click();
  await page.waitForURL(`${home}2026/**`);
  expect(new URL(page.url()).pathname.startsWith('/jixiao-site/2026/')).toBe(true);
  expect(await page.isVisible('h1')).toBe(true);
  await page.close();
  await server.close();
});

test.each([
  ['a file of another kind', () => join(folder, 'a.txt'), '压缩包的名称要以 .zip 结尾：'],
  ['an archive inside the site', () => join(inject('dist'), 'a.zip'), '压缩包不能写在网站的文件夹 '],
])('%s is not written', (_, toFile, problem) => {
  const file = toFile();
  const { status, stderr } = pack(file);
  expect([status, stderr.startsWith(problem)]).toEqual([1, true]);
  expect(existsSync(file)).toBe(false);
});

test('without a site there is nothing to pack', () => {
  const empty = newFolder();
  const { status, stdout, stderr } = pack(join(empty, 'a.zip'), { JIXIAO_OUT: empty });
  expect([status, stdout]).toEqual([1, '']);
  expect(stderr).toBe(`${resolve(empty)} 里没有网站；请先运行 npm run build\n`);
  expect(existsSync(join(empty, 'a.zip'))).toBe(false);
});
