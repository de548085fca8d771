import type { Browser } from 'playwright-core';

/** A page of a fresh browser, and what it has loaded: bytes over the wire, headers included. Workers count. */
export async function watchLoading(browser: Browser) {
  const context = await browser.newContext();
  const page = await context.newPage();
  let sizes: Promise<number>[] = [];
  context.on('requestfinished', (request) => {
    const size = request
      .sizes()
      .then(({ responseBodySize, responseHeadersSize }) => responseBodySize + responseHeadersSize);
    sizes.push(size.catch(() => 0));
  });
  const loaded = {
    reset: () => {
      sizes = [];
    },
    figures: async () => {
      const all = await Promise.all(sizes);
      return { bytes: all.reduce((sum, size) => sum + size, 0), requests: all.length };
    },
  };
  return { page, loaded };
}

/** Of one file alone. */
export async function loadedBytes(browser: Browser, url: string): Promise<number> {
  const { page, loaded } = await watchLoading(browser);
  await page.goto(url, { waitUntil: 'networkidle' });
  const { bytes } = await loaded.figures();
  await page.context().close();
  return bytes;
}
