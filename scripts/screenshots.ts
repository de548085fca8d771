/**
 * `npm run screenshots [-- OUT] [--city]`: builds the site and takes a screenshot of each kind of page, at three widths, in light
 * and dark mode and in 长者模式. Writes to OUT or `screenshots/`, which git ignores. With `--city`, the site is that of an invented
 * city with targets of two years and the results of one.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { outputFolder } from '../src/content/content-folder.ts';
import { writeFiles } from '../tests/helpers/write-files.ts';
import { writeCity } from './bench/city.ts';
import { pageKinds } from './browser/built-pages.ts';
import { openBrowser } from './browser/open-browser.ts';
import { MODES } from './browser/run-axe.ts';
import { serveBuiltSite } from './browser/serve-built-site.ts';
import { parseOptions } from './parse-options.ts';

const root = join(import.meta.dirname, '..');
const { positionals, values } = parseOptions({
  allowPositionals: true,
  options: { city: { type: 'boolean', default: false } },
});
const [out = join(root, 'screenshots')] = positionals;

const city = values.city ? mkdtempSync(join(tmpdir(), 'jixiao-city-')) : undefined;
if (city !== undefined) {
  writeFiles(join(city, 'content'), writeCity());
  process.env['JIXIAO_CONTENT'] = join(city, 'content');
  process.env['JIXIAO_OUT'] = join(city, 'dist');
}
if (spawnSync(process.execPath, ['scripts/build.ts'], { cwd: root, stdio: 'inherit' }).status !== 0)
  process.exit(1);
const site = await serveBuiltSite();
const browser = await openBrowser();
let count = 0;
for (const [name, path] of Object.entries(pageKinds(outputFolder(root)))) {
  for (const width of [360, 768, 1280]) {
    for (const mode of MODES) {
      const page = await browser.newPage({
        viewport: { width, height: 900 },
        colorScheme: mode === 'dark' ? 'dark' : 'light',
      });
      await page.goto(site.address + path);
      if (mode === 'elder') await page.check('#elder');
      if (path.includes('?q=')) await page.waitForSelector('[aria-busy="false"]', { state: 'attached' });
      await page.screenshot({ path: join(out, `${name}-${width}-${mode}.png`), fullPage: true });
      await page.close();
      count += 1;
    }
  }
}
await browser.close();
await site.close();
if (city !== undefined) rmSync(city, { recursive: true, force: true });
console.log(`${count} screenshots in ${out}`);
