import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Browser, Page } from 'playwright-core';

declare global {
  interface Window {
    axe: { run: (options: RunOptions) => Promise<AxeResults> };
  }
}

/** How a page can be looked at: the system's two schemes, and 长者模式. */
export const MODES = ['light', 'dark', 'elder'] as const;
export type Mode = (typeof MODES)[number];

/** Widths at which pages are looked at, CSS pixels. */
export const WIDTHS = [320, 768, 1280] as const;

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe-core finds on a page at all widths, by mode: `320 px: rule: the elements`, one text a rule. */
export async function runAxe(browser: Browser, url: string): Promise<Record<Mode, string[]>> {
  const context = await browser.newContext({ bypassCSP: true });
  const page = await context.newPage();
  await page.addInitScript(axe);
  await page.goto(url);
  if (url.includes('?q=')) await page.waitForSelector('[aria-busy="false"]', { state: 'attached' });
  const found: Record<Mode, string[]> = { light: [], dark: [], elder: [] };
  for (const mode of MODES) {
    await page.emulateMedia({ colorScheme: mode === 'dark' ? 'dark' : 'light' });
    await page.setChecked('#elder', mode === 'elder');
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      const violations = await page.evaluate(run);
      for (const { id, nodes } of violations)
        found[mode].push(`${width} px: ${id}: ${nodes.map(({ html }) => html).join(' ')}`);
    }
  }
  await context.close();
  return found;
}

/** What axe-core finds on a page as it stands: `rule: the elements`. */
export async function violationsOf(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe);
  const violations = await page.evaluate(run);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

/** All rules of WCAG 2.2 AA, the size of targets included, which axe-core leaves out unless asked. */
async function run(): Promise<AxeResults['violations']> {
  const { violations } = await window.axe.run({
    resultTypes: ['violations'],
    rules: { 'target-size': { enabled: true } },
  });
  return violations;
}
