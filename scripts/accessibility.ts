/**
 * `npm run accessibility`: axe-core on every page of the built site, at three widths, light, dark and in 长者模式.
 *
 * Prints pages × modes × violations; exit 1 where there is one.
 */
import { fileURLToPath } from 'node:url';
import { outputFolder } from '../src/content/content-folder.ts';
import { builtPages } from './browser/built-pages.ts';
import { openBrowser } from './browser/open-browser.ts';
import { MODES, WIDTHS, runAxe } from './browser/run-axe.ts';
import { serveBuiltSite } from './browser/serve-built-site.ts';

const pages = builtPages(outputFolder(fileURLToPath(new URL('..', import.meta.url))));
const site = await serveBuiltSite(4351);
const browser = await openBrowser();
const violations: Record<string, number> = Object.fromEntries(MODES.map((mode) => [mode, 0]));
const waiting = [...pages];
/** As many pages at once as there are cores on small machines. */
await Promise.all([1, 2].map(runWaiting));
await browser.close();
await site.close();

console.log(`\naxe-core: ${pages.length} pages × ${WIDTHS.join(', ')} px`);
console.table(violations);
if (Object.values(violations).some((count) => count > 0)) process.exitCode = 1;

async function runWaiting(): Promise<void> {
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const found = await runAxe(browser, site.address + path);
    for (const mode of MODES) {
      violations[mode] = (violations[mode] ?? 0) + found[mode].length;
      for (const text of found[mode]) console.log(`/${path} (${mode}): ${text}`);
    }
  }
}
