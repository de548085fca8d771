import { afterAll, beforeAll, expect, test } from 'vitest';
import { plainEnvironment } from '../helpers/run-script.ts';
import { spawnServer, type Server } from '../../scripts/browser/spawn-server.ts';
import { tempFolders } from '../helpers/temp-folders.ts';
import { fixtureSource, writeFiles } from '../helpers/write-files.ts';

const good = fixtureSource('a-plain-table');
const folder = tempFolders()();
let server: Server;
let address = '';

beforeAll(async () => {
  write(good);
  writeFiles(folder, { 'site.json': '{ "name": "青溪", "url": "https://example.gov.cn/jixiao" }' });
  const astro = 'node_modules/astro/bin/astro.mjs';
  server = spawnServer(
    process.execPath,
    [astro, 'dev', '--host', '127.0.0.1', '--port', '0'],
    plainEnvironment({ JIXIAO_CONTENT: folder }),
  );
  address = await server.waitFor(/http:\/\/127\.0\.0\.1:\d+\//);
});
afterAll(() => server.close());

function write(text: string): void {
  writeFiles(folder, { 'disclosures/2026/qingxi.md': text });
}

/** The first value that is not undefined, asked for again and again. */
async function until<Value>(ask: () => Value | undefined | Promise<Value | undefined>): Promise<Value> {
  for (let tries = 0; tries < 200; tries += 1) {
    const value = await ask();
    if (value !== undefined) return value;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`waited too long; the server printed:\n${server.printed()}`);
}

async function bodyPage(): Promise<string> {
  const response = await fetch(`${address}2026/qingxi/`);
  return response.text();
}
const shows = (text: string) => until(async () => ((await bodyPage()).includes(text) ? true : undefined));

test('npm run dev shows a change of a source, tells an error, and goes on', async () => {
  expect(await shows('30,000.00')).toBe(true);
  // It serves a site without the folder of its address, and so are its links.
  expect(await bodyPage()).toContain('<html lang="zh-CN"><head>');
  expect(await bodyPage()).toContain('href="/2026/"');

  write(good.replace('30,000.00', '45,678.00'));
  expect(await shows('45,678.00')).toBe(true);

  write(good.replace('30,000.00', '4o,000.00'));
  await server.waitFor(/budget\/not-a-number/);
  expect(server.printed().match(/budget\/not-a-number/g)).toHaveLength(1);
  const check = await (await fetch(`${address}_check`)).text();
  expect(check).toContain('有错误，改好才能公开');
  expect(check).toContain('预算金额 `4o,000.00` 不是数字');
  expect(await bodyPage()).toContain('45,678.00');

  write(good.replace('30,000.00', '56,789.00'));
  expect(await shows('56,789.00')).toBe(true);
});
