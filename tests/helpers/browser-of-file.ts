import type { Browser } from 'playwright-core';
import { afterAll } from 'vitest';
import { openBrowser } from '../../scripts/browser/open-browser.ts';

/** Chromium for a test file, closed after its last test. Called at the top of the file. */
export async function browserOfFile(): Promise<Browser> {
  const browser = await openBrowser();
  afterAll(() => browser.close());
  return browser;
}
