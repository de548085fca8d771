/**
 * `npm run lighthouse`: runs Lighthouse on the main kinds of pages of the built site.
 *
 * Prints the score per category; exits with 1 if one is below 99.
 */
import { join } from 'node:path';
import lighthouse from 'lighthouse';
import { outputFolder } from '../src/content/content-folder.ts';
import { pageKinds } from './browser/built-pages.ts';
import { freePort } from './browser/free-port.ts';
import { openBrowser } from './browser/open-browser.ts';
import { serveBuiltSite } from './browser/serve-built-site.ts';
import { parseOptions } from './parse-options.ts';

parseOptions();
const LEAST = 99;
const KINDS = ['home', 'project', 'indicators', 'search'];
const kinds = pageKinds(outputFolder(join(import.meta.dirname, '..')));
const site = await serveBuiltSite();
const port = await freePort();
const browser = await openBrowser([`--remote-debugging-port=${port}`]);
const scores: Record<string, Record<string, number>> = {};
for (const kind of KINDS) {
  const result = await lighthouse(site.address + (kinds[kind] ?? ''), { port, logLevel: 'error' });
  const { categories = {}, audits = {} } = result?.lhr ?? {};
  scores[kind] = Object.fromEntries(
    Object.values(categories).map(({ title, score }) => [title, Math.round((score ?? 0) * 100)]),
  );
  for (const { id, weight } of Object.values(categories).flatMap(({ auditRefs }) => auditRefs)) {
    const { score = null, title = id } = audits[id] ?? {};
    if (weight > 0 && score !== null && score < 0.9) console.log(`${kind}: ${title} (${score})`);
  }
}
await browser.close();
await site.close();

console.table(scores);
if (Object.values(scores).some((row) => Object.values(row).some((score) => score < LEAST)))
  process.exitCode = 1;
