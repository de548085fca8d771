/**
 * `npm run lighthouse`: Lighthouse on one page of each kind that readers come to, on the built site in Chromium.
 *
 * Prints a score a category; exit 1 where one is below 99.
 */
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import lighthouse from 'lighthouse';
import { outputFolder } from '../src/content/content-folder.ts';
import { pageKinds } from './browser/built-pages.ts';
import { openBrowser } from './browser/open-browser.ts';
import { serveBuiltSite } from './browser/serve-built-site.ts';

const LEAST = 99;
const KINDS = ['home', 'project', 'indicators', 'search'];
const kinds = pageKinds(outputFolder(fileURLToPath(new URL('..', import.meta.url))));
const site = await serveBuiltSite(4352);
const port = await freePort();
const browser = await openBrowser([`--remote-debugging-port=${port}`]);
const scores: Record<string, Record<string, number>> = {};
for (const kind of KINDS) {
  const result = await lighthouse(site.address + (kinds[kind] ?? ''), { port, logLevel: 'error' });
  const { categories = {}, audits = {} } = result?.lhr ?? {};
  scores[kind] = Object.fromEntries(
    Object.values(categories).map(({ title, score }) => [title, Math.round((score ?? 0) * 100)]),
  );
  for (const { auditRefs } of Object.values(categories)) {
    for (const { id, weight } of auditRefs) {
      const { score = null, title = id } = audits[id] ?? {};
      if (weight > 0 && score !== null && score < 0.9) console.log(`${kind}: ${title} (${score})`);
    }
  }
}
await browser.close();
await site.close();

console.table(scores);
if (Object.values(scores).some((row) => Object.values(row).some((score) => score < LEAST)))
  process.exitCode = 1;

/** A port that nobody listens on. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port: free } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return free;
}
