/** A project in a frame of another site: Debian's nginx with the sample, in Chromium. */
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { AddressInfo } from 'node:net';
import type { AxeResults } from 'axe-core';
import { parse } from 'node-html-parser';
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import type { ServedSite } from '../../scripts/browser/serve-built-site.ts';
import { serveWithNginx } from '../../scripts/browser/serve-with-nginx.ts';
import { verifyConservation } from '../../src/verify/verify-conservation.ts';
import { browserOfFile } from '../helpers/browser-of-file.ts';
import { openFixture, type Fixture } from '../helpers/build-fixture.ts';
import { tempFolders } from '../helpers/temp-folders.ts';
import { twoYears } from '../helpers/two-years.ts';

const PROJECT = '2025/water/guan-wang-yang-hu';
const ROW = 'shui-zhi-da-biao-lv';
const browser = await browserOfFile();
const newFolder = tempFolders();
let fixture: Fixture;
let site: ServedSite;
/** Another site, whose pages show the address behind `?` in a frame, as high as the frame says. `site.json` names its first address alone. */
let hosts: string[];

beforeAll(async () => {
  const host = createServer(({ url = '' }, response) => {
    const address = decodeURIComponent(url.slice(2));
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(`<!doctype html><html lang="zh-CN"><title>新闻</title><h1>新闻</h1>
      <iframe src="${address}" title="项目" width="100%" height="480" style="border: 0"></iframe>
      <script>addEventListener('message', ({ data, source }) => {
        for (const frame of document.querySelectorAll('iframe'))
          if (frame.contentWindow === source && data.type === 'jixiao:height') frame.height = data.height;
      })</script>`);
  });
  await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve));
  const { port } = host.address() as AddressInfo;
  hosts = [`http://127.0.0.1:${port}`, `http://localhost:${port}`];
  fixture = openFixture(newFolder(), {
    ...twoYears,
    'site.json': JSON.stringify({ name: '示例市公开', embed: hosts.slice(0, 1) }),
  });
  expect(fixture.run('permalinks').status).toBe(0);
  const { status, stderr } = fixture.run('build');
  expect([status, stderr]).toEqual([0, '']);
  site = await serveWithNginx(fixture.dist);
  return async () => {
    await site.close();
    host.close();
  };
});

/** A page of another site with the frame. */
async function openHost(host: string | undefined, path: string): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(`${host ?? ''}/?${encodeURIComponent(site.address + path)}`);
  return page;
}

const frameOf = (page: Page) => page.frameLocator('iframe');

test('the site that is named shows the project, as high as it is', async () => {
  const page = await openHost(hosts[0], `${PROJECT}/embed/`);
  await frameOf(page).getByRole('heading', { name: '管网养护' }).waitFor();
  expect(await frameOf(page).locator('[data-indicator]').count()).toBe(4);
  await page.waitForFunction(() => document.querySelector('iframe')?.height !== '480');
  const body = await frameOf(page)
    .locator('body')
    .evaluate(({ scrollHeight, clientHeight }) => [scrollHeight, clientHeight]);
  expect(body[0]).toBe(body[1]);
  expect(Number(await page.getAttribute('iframe', 'height'))).toBe(body[0]);
  await page.setViewportSize({ width: 360, height: 700 });
  await page.waitForFunction(
    (before) => document.querySelector('iframe')?.height !== before,
    String(body[0]),
  );
  await page.close();
});

test('its one link opens the page of the project', async () => {
  const page = await openHost(hosts[0], `${PROJECT}/embed/`);
  expect(await frameOf(page).locator('a').count()).toBe(1);
  const opened = page.waitForEvent('popup');
  await frameOf(page).locator('a').click();
  await (await opened).waitForURL(`${site.address}${PROJECT}/`);
  await page.close();
});

test('where the address names an indicator, it alone is shown, and the link leads to it', async () => {
  const page = await openHost(hosts[0], `${PROJECT}/embed/#${ROW}`);
  const rows = frameOf(page).locator('[data-indicator]:visible');
  await frameOf(page).locator('.one-row').waitFor();
  expect(await rows.allInnerTexts()).toEqual([expect.stringContaining('水质达标率')]);
  expect(await frameOf(page).locator('.category:visible').count()).toBe(1);
  expect(await frameOf(page).locator('a').getAttribute('href')).toBe(`${site.address}${PROJECT}/#${ROW}`);
  await page.close();
});

test.each([
  ['a site that is not named shows no frame', 1, `${PROJECT}/embed/`],
  ['no other page is shown in a frame', 0, `${PROJECT}/`],
  ['nor is the list of a body', 0, '2025/water/'],
  ['nor is a page that is not there', 0, '2025/water/nothing/embed/'],
])('%s', async (_, host, path) => {
  const page = await browser.newPage();
  const refused: string[] = [];
  page.on('console', (message) => refused.push(message.text()));
  await page.goto(`${hosts[host] ?? ''}/?${encodeURIComponent(site.address + path)}`);
  await page.waitForFunction(() => (document.querySelector('iframe')?.contentDocument ?? null) === null);
  expect(refused.join('\n')).toMatch(/frame-ancestors|X-Frame-Options/);
  await page.close();
});

test('what the frame shows breaks no policy and no rule of accessibility', async () => {
  const context = await browser.newContext({ bypassCSP: true });
  const page = await context.newPage();
  for (const colorScheme of ['light', 'dark'] as const)
    for (const width of [320, 768]) {
      await page.setViewportSize({ width, height: 700 });
      await page.emulateMedia({ colorScheme });
      for (const path of ['embed/', `embed/#${ROW}`]) {
        await page.goto(`${site.address}${PROJECT}/${path}`);
        await page.addScriptTag({ path: createRequire(import.meta.url).resolve('axe-core/axe.min.js') });
        const { violations } = await page.evaluate<AxeResults>('axe.run()');
        expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
      }
    }
  await context.close();
  const strict = await browser.newPage();
  const messages: string[] = [];
  strict.on('console', (message) => messages.push(message.text()));
  await strict.goto(`${site.address}${PROJECT}/embed/`);
  await strict.waitForLoadState('networkidle');
  expect(messages).toEqual([]);
  await strict.close();
});

test('the page of the project offers the code, for itself and for each indicator', async () => {
  const context = await browser.newContext();
  // The clipboard is there on secure pages alone; this machine's own address counts as one.
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: site.address });
  const page = await context.newPage();
  const copied = async (name: string | RegExp) => {
    const button = page.getByRole('button', { name, exact: true });
    await button.click();
    await page.getByRole('button', { name: '已复制' }).or(page.getByText('已复制')).first().waitFor();
    const [frame] = parse(await page.evaluate(() => navigator.clipboard.readText())).querySelectorAll(
      'iframe',
    );
    return [frame?.getAttribute('src'), frame?.getAttribute('title')];
  };
  await page.goto(`${site.address}${PROJECT}/#${ROW}`);
  expect(await copied('复制嵌入代码：水质达标率')).toEqual([
    `${site.address}${PROJECT}/embed/#${ROW}`,
    '水质达标率，青溪县水务局，管网养护，2025年',
  ]);
  expect(await copied('复制嵌入代码')).toEqual([
    `${site.address}${PROJECT}/embed/`,
    '管网养护，青溪县水务局，2025年',
  ]);
  await context.close();
});

test('servers get rules, and sitemaps leave the pages out', () => {
  const [host = ''] = hosts;
  expect(fixture.read('nginx-embed.conf')).toContain(`set $jixiao_frames "${host}";`);
  expect(fixture.read('_headers')).toContain(`Content-Security-Policy: frame-ancestors ${host}\n`);
  expect(fixture.read(`${PROJECT}/embed/index.html`)).toContain('content="noindex"');
});

test('the conservation check compares the page', () => {
  const file = join(fixture.dist, PROJECT, 'embed/index.html');
  const html = fixture.read(`${PROJECT}/embed/index.html`);
  const changes: [from: string, to: string][] = [
    ['不低于95%', '不低于94%'],
    ['50,000.50', '50,000.05'],
    ['水质达标率', '水质合格率'],
    [`href="/${PROJECT}/"`, 'href="/2025/water/"'],
    ['青溪县水务局，', '青溪县，'],
  ];
  const lossesOf = (content: string) => {
    writeFileSync(file, content);
    return verifyConservation(fixture.content, fixture.dist).losses;
  };
  expect(lossesOf(html)).toEqual([]);
  for (const [from, to] of changes) {
    const changed = html.replace(/<main[^]*/, (main) => main.replace(from, to));
    expect(changed).not.toBe(html);
    expect([to, lossesOf(changed).length]).toEqual([to, 1]);
  }
  writeFileSync(file, html);
});

test('without permission there is no such page, no code and no rule', () => {
  fixture.write({ 'site.json': '{ "name": "示例市公开" }' });
  const { status, stderr } = fixture.run('build');
  expect([status, stderr]).toEqual([0, '']);
  expect(() => fixture.read(`${PROJECT}/embed/index.html`)).toThrow();
  expect(() => fixture.read('nginx-embed.conf')).toThrow();
  expect(fixture.read(`${PROJECT}/index.html`)).not.toContain('嵌入代码');
  expect(fixture.read('_headers')).not.toContain('embed');
});
