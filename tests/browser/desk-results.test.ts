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
