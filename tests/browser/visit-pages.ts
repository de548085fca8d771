import type { Browser, Page } from 'playwright-core';

/** What pages did that they should not. */
export interface Misdeeds {
  /** What the content security policy refused: `/search/: script-src-elem inline`. */
  violations: string[];
  /** Calls of `canary()`, which stands in no script of ours. */
  executions: string[];
  /** Messages on the console, and errors nobody caught. */
  messages: string[];
  /** Requests to another host. */
  foreign: string[];
}

interface Watched {
  violations: string[];
  executions: string[];
}
declare global {
  interface Window {
    watched: Watched;
    canary: (...args: unknown[]) => void;
  }
}

/** Opens pages one after the other, clicks nothing, and gathers what they do. @param then Looks at each page when it stands. */
export async function visitPages(
  browser: Browser,
  address: string,
  paths: readonly string[],
  then?: (page: Page, path: string) => Promise<void>,
): Promise<Misdeeds> {
  const misdeeds: Misdeeds = { violations: [], executions: [], messages: [], foreign: [] };
  const context = await browser.newContext();
  await context.addInitScript(watch);
  const page = await context.newPage();
  let path = '';
  page.on('console', (message) => misdeeds.messages.push(`/${path}: ${message.text()}`));
  page.on('pageerror', (error) => misdeeds.messages.push(`/${path}: ${error.message}`));
  page.on('dialog', (dialog) => {
    misdeeds.executions.push(`/${path}: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(address)) misdeeds.foreign.push(`/${path}: ${request.url()}`);
  });
  for (path of paths) {
    await page.goto(address + path, { waitUntil: 'load' });
    if (path.includes('?q=')) await page.waitForSelector('[aria-busy="false"]', { state: 'attached' });
    await then?.(page, path);
    const { violations, executions } = await page.evaluate(() => window.watched);
    misdeeds.violations.push(...violations.map((text) => `/${path}: ${text}`));
    misdeeds.executions.push(...executions.map((text) => `/${path}: ${text}`));
  }
  await context.close();
  return misdeeds;
}

function watch(): void {
  window.watched = { violations: [], executions: [] };
  window.canary = (...args) => window.watched.executions.push(String(args));
  addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
    window.watched.violations.push(`${effectiveDirective} ${blockedURI}`),
  );
}
