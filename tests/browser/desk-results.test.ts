/** Results at 工作台 in Chromium, from the drop to the published page. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { spawnServer, type Server } from '../../scripts/browser/spawn-server.ts';
import { browserOfFile } from '../helpers/browser-of-file.ts';
import { plainEnvironment } from '../helpers/run-script.ts';
import { tempFolders } from '../helpers/temp-folders.ts';
import { writeProject } from '../helpers/write-project.ts';
import { writeResult } from '../helpers/write-result.ts';

const OF = { year: 2025, unit: '青溪县水务局', department: '青溪县水务局' };
const browser = await browserOfFile();
const folder = tempFolders()();
const out = join(folder, 'out');
/** Milliseconds: a build on a busy machine. */
const BUILD = 240_000;
let server: Server;
let address: string;
let page: Page;

beforeAll(async () => {
  const env = { JIXIAO_CONTENT: join(folder, 'content'), JIXIAO_OUT: out };
  server = spawnServer(process.execPath, ['scripts/desk.ts', '--no-open'], plainEnvironment(env));
  address = await server.waitFor(/http:\/\/127\.0\.0\.1:\d+\/\w+\//);
  page = await browser.newPage();
  page.setDefaultTimeout(60_000);
});
afterAll(() => server.close());

async function choose(name: string, text: string): Promise<void> {
  await page.goto(address);
  await page.setInputFiles('#file', { name, mimeType: 'text/plain', buffer: Buffer.from(text) });
  await page.waitForURL(/\/read/);
}

async function publish(): Promise<void> {
  await page.locator('[data-go]').click();
  await page.waitForSelector('text=网站做好了，放到哪里？', { timeout: BUILD });
}

test(
  'targets are published, then their results under the same body',
  async () => {
    await choose('水务局2025年目标.txt', writeProject({ ...OF, name: '河道保洁', yuan: '100000.00' }));
    expect(await page.textContent('h1')).toContain('读出 1 个项目');
    await publish();
    await choose('水务局2025年自评.txt', writeResult({ ...OF, name: '河道保洁' }));
    expect(await page.textContent('h1')).toContain('读出 1 张自评表');
    await publish();
    expect(await page.textContent('main')).toContain('1 张自评表');
    const read = (file: string) => readFileSync(join(out, '2025/qing-xi-xian-shui-wu-ju', file), 'utf8');
    expect(read('he-dao-bao-jie/index.html')).toContain('单位给自己评 97.8 分');
    expect(read('results/he-dao-bao-jie/index.html')).toContain('汛期上游来水混浊。');
    expect(existsSync(join(folder, 'content/disclosures/results/2025/qing-xi-xian-shui-wu-ju.md'))).toBe(
      true,
    );
  },
  2 * BUILD,
);

test('the same results dropped again need nothing', async () => {
  await choose('水务局2025年自评（又一次）.txt', writeResult({ ...OF, name: '河道保洁' }));
  expect(await page.textContent('#act')).toContain('和网站上的一模一样，不用再公开');
  expect(await page.locator('[data-go]').count()).toBe(0);
  await page.click('text=不要了');
});

test(
  'corrected results are shown cell by cell, and published',
  async () => {
    const corrected = writeResult({ ...OF, name: '河道保洁' }).replace('93.5%', '94.5%');
    await choose('水务局2025年自评（更正）.txt', corrected);
    expect(await page.textContent('.diff')).toContain('河道保洁（自评表）');
    expect(await page.textContent('.diff del')).toBe('93.5%');
    expect(await page.textContent('.diff ins')).toBe('94.5%');
    await publish();
    const html = readFileSync(
      join(out, '2025/qing-xi-xian-shui-wu-ju/results/he-dao-bao-jie/index.html'),
      'utf8',
    );
    expect(html).toContain('94.5%');
  },
  BUILD,
);

test(
  'a file without results that were published is not published, and says which address would be lost',
  async () => {
    const before = readFileSync(join(out, 'SHA256SUMS'), 'utf8');
    await choose('水务局2025年自评（少了）.txt', writeResult({ ...OF, name: '管网养护' }));
    expect(await page.textContent('.notice')).toContain('少了自评表：“河道保洁”');
    await page.locator('[data-go]').click();
    await page.waitForSelector('main:has-text("/results/he-dao-bao-jie/ 会消失")', { timeout: BUILD });
    expect(readFileSync(join(out, 'SHA256SUMS'), 'utf8')).toBe(before);
  },
  BUILD,
);
