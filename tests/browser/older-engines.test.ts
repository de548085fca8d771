/** The layout of an engine of 2018: what such an engine does not know is taken out of the style sheets. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import postcss, { type AtRule, type Rule } from 'postcss';
import { expect, inject, test } from 'vitest';
import { browserOfFile } from '../helpers/browser-of-file.ts';

const address = inject('address');
const body = '2026/dongguan-zhishu-jiguan-gongwei';
const browser = await browserOfFile();

const UNKNOWN_RULES = /^(?:container|layer|starting-style|property)$/;
const UNKNOWN_SELECTORS = /:(?:has|is|where|focus-visible)\b/;
const UNKNOWN_VALUES = /\b(?:clamp|min|max|color-mix)\(|\d(?:dvh|cqw|cqi)\b| \/ ''/;
const UNKNOWN_PROPERTIES =
  /^(?:inset|aspect-ratio|container.*|text-wrap|accent-color|(?:padding|margin)-(?:inline|block).*)$/;

/** A style sheet as an engine of 2018 reads it. */
function ofEngine2018(css: string): string {
  const root = postcss.parse(css);
  root.walkAtRules((rule: AtRule) => {
    if (rule.name !== 'supports') return;
    if (/not \(container-type/.test(rule.params)) rule.replaceWith(rule.nodes ?? []);
    else if (UNKNOWN_VALUES.test(rule.params)) rule.remove();
  });
  root.walkAtRules((rule: AtRule) => {
    if (UNKNOWN_RULES.test(rule.name)) rule.remove();
  });
  root.walkRules((rule: Rule) => {
    if (UNKNOWN_SELECTORS.test(rule.selector)) rule.remove();
  });
  root.walkDecls((declaration) => {
    const isUnknown = UNKNOWN_PROPERTIES.test(declaration.prop) || UNKNOWN_VALUES.test(declaration.value);
    if (isUnknown && !declaration.prop.startsWith('--')) declaration.remove();
  });
  return root.toString();
}

async function open(width: number): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height: 900 } });
  await page.route('**/*.css', async (route) => {
    const path = new URL(route.request().url()).pathname;
    const css = readFileSync(join(inject('dist'), path), 'utf8');
    await route.fulfill({ contentType: 'text/css', body: ofEngine2018(css) });
  });
  return page;
}

test.each([320, 360, 768, 1280])(
  'at %i px every kind of page fits, and its tables are whole',
  async (width) => {
    const page = await open(width);
    for (const path of [
      '',
      '2026/',
      `${body}/`,
      `${body}/min-bing-shi-ye-fei/`,
      'indicators/',
      'check/',
      'search/',
      'guide/',
    ]) {
      await page.goto(`${address}${path}`);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow, path).toBe(0);
      // On phones equal targets stand once, for the year and the period.
      const hidden = await page
        .locator('table tbody :is(th, td):not(tr.same > td:last-child)')
        .evaluateAll((cells) =>
          cells
            .filter((cell) => cell.textContent.trim() !== '' && cell.getClientRects().length === 0)
            .map((cell) => cell.textContent),
        );
      expect(hidden, path).toEqual([]);
    }
    await page.close();
  },
);
