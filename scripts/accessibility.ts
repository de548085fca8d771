/**
 * `npm run accessibility`: runs axe-core on every page of the built site, at three widths, in light and dark mode and in 长者模式.
 *
 * Prints the number of violations per mode; exits with 1 if there are any.
 */
import { join } from 'node:path';
import { outputFolder } from '../src/content/content-folder.ts';
import { builtPages } from './browser/built-pages.ts';
import { openBrowser } from './browser/open-browser.ts';
import { MODES, WIDTHS, runAxe } from './browser/run-axe.ts';
import { serveBuiltSite } from './browser/serve-built-site.ts';
import { parseOptions } from './parse-options.ts';

parseOptions();
const pages = builtPages(outputFolder(join(import.meta.dirname, '..')));
const site = await serveBuiltSite();
const browser = await openBrowser();
const counts = { light: 0, dark: 0, elder: 0 };
const queue = pages.values();
// Two pages at a time: small machines have two cores.
await Promise.all([checkQueue(), checkQueue()]);
await browser.close();
await site.close();

console.log(`\naxe-core: ${pages.length} pages × ${WIDTHS.join(', ')} px`);
console.table(counts);
if (Object.values(counts).some((count) => count > 0)) process.exitCode = 1;

async function checkQueue(): Promise<void> {
  for (const path of queue) {
    const violations = await runAxe(browser, site.address + path);
    for (const mode of MODES) {
      counts[mode] += violations[mode].length;
      for (const text of violations[mode]) console.log(`/${path} (${mode}): ${text}`);
    }
  }
}
