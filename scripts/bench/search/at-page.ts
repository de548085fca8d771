import type { Browser, Page } from 'playwright-core';

/** What is asked of a page of its own, which is closed when it has answered. */
export async function atPage<Answer>(
  browser: Browser,
  address: string,
  ask: (page: Page) => Promise<Answer>,
): Promise<Answer> {
  const page = await browser.newPage();
  try {
    await page.goto(address);
    return await ask(page);
  } finally {
    await page.close();
  }
}
