import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Browser, Page } from 'playwright-core';

declare global {
  interface Window {
    axe: { run: (options: RunOptions) => Promise<AxeResults> };
  }
}

/** The two colour schemes, and 长者模式. */
export const MODES = ['light', 'dark', 'elder'] as const;
export type Mode = (typeof MODES)[number];

/** Viewport widths, CSS pixels. */
export const WIDTHS = [320, 768, 1280] as const;

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Rules that read colours. A colour scheme changes nothing else. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];
/** Rules that read colours, sizes or overflow. 长者模式 changes nothing else. */
const SIZE_RULES = [...COLOUR_RULES, 'target-size', 'scrollable-region-focusable'];
/** Null: all rules. */
const RULES: Record<Mode, readonly string[] | null> = { light: null, dark: COLOUR_RULES, elder: SIZE_RULES };

/**
 * The violations of a page at all widths, by mode, one text per rule: `320 px: rule: elements`. All rules run in the light mode;
 * in the other modes, those that can differ there.
 */
export async function runAxe(browser: Browser, url: string): Promise<Record<Mode, string[]>> {
  const context = await browser.newContext({ bypassCSP: true });
  const page = await context.newPage();
  await page.goto(url);
  if (url.includes('?q=')) await page.waitForSelector('[aria-busy="false"]', { state: 'attached' });
  const violations: Record<Mode, string[]> = { light: [], dark: [], elder: [] };
  for (const mode of MODES) {
    await page.emulateMedia({ colorScheme: mode === 'dark' ? 'dark' : 'light' });
    await page.setChecked('#elder', mode === 'elder');
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      for (const text of await violationsOf(page, RULES[mode])) violations[mode].push(`${width} px: ${text}`);
    }
  }
  await context.close();
  return violations;
}

/** The violations of a page in its current state: `rule: elements`. @param only Ids of rules; null: all of them. */
export async function violationsOf(page: Page, only: readonly string[] | null = null): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe);
  const violations = await page.evaluate(run, only);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

/** All rules of WCAG 2.2 AA, or some of them. axe-core runs the one for target size only if it is enabled. */
async function run(only: readonly string[] | null): Promise<AxeResults['violations']> {
  const { violations } = await window.axe.run({
    resultTypes: ['violations'],
    // The one rule that reads style sheets is an experimental one, which is off.
    preload: { assets: ['media'] },
    ...(only === null ? { rules: { 'target-size': { enabled: true } } } : { runOnly: [...only] }),
  });
  return violations;
}
