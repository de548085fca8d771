import type { Browser } from 'playwright-core';
import { toSearchable } from '../../../src/search/fold.ts';
import type { SampledQuery } from '../sample-queries.ts';
import { atPage } from './at-page.ts';
import type { SearchResult } from './search-result.ts';

/** `includes()` over the one JSON. */
export async function askJson(
  browser: Browser,
  address: string,
  queries: readonly SampledQuery[],
): Promise<SearchResult> {
  return atPage(browser, `${address}plain/`, (page) =>
    page.evaluate(
      async ({ asked }) => {
        const cells = (await (await fetch('/plain/all.json')).json()) as string[][];
        const found: number[][] = [];
        const times: number[] = [];
        for (const words of asked) {
          const start = performance.now();
          const numbers: number[] = [];
          for (const [number, own] of cells.entries())
            if (words.every((word) => own.some((cell) => cell.includes(word)))) numbers.push(number);
          times.push(performance.now() - start);
          found.push(numbers);
        }
        return { found, times };
      },
      { asked: queries.map(({ text }) => text.split(/\s+/).map((word) => toSearchable(word).text)) },
    ),
  );
}
