/** `npm run share-image`: draws `public/share.png`, the preview image of shared links, from the name and tagline of the site. */
import { join } from 'node:path';
import { contentFolder } from '../src/content/content-folder.ts';
import { readSiteIdentity } from '../src/content/site-identity.ts';
import { openBrowser } from './browser/open-browser.ts';
import { parseOptions } from './parse-options.ts';

parseOptions();
const root = join(import.meta.dirname, '..');
const { name, tagline = '' } = readSiteIdentity(root, contentFolder(root)).identity;
const browser = await openBrowser();
const page = await browser.newPage({ viewport: { width: 1200, height: 630 } });
await page.setContent(`<!doctype html><html lang="zh-CN"><meta charset="utf-8"><style>
  body { margin: 0; height: 630px; display: flex; flex-direction: column; justify-content: center; padding: 0 110px;
    box-sizing: border-box; background: #fdfdfb; color: #1a1d1b; font-family: "Noto Sans CJK SC", sans-serif; }
  b { align-self: flex-start; font-size: 150px; line-height: 1.2; letter-spacing: 0.1em; border-bottom: 18px double #0c5a48; }
  p { margin: 44px 0 0; font-size: 52px; color: #545a55; }
</style><b></b><p></p></html>`);
await page.locator('b').evaluate((element, text) => (element.textContent = text), name);
await page.locator('p').evaluate((element, text) => (element.textContent = text), tagline);
await page.screenshot({ path: join(import.meta.dirname, '../public/share.png') });
await browser.close();
