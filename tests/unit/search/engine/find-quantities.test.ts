import { expect, test } from 'vitest';
import { findQuantities } from '../../../../src/search/engine/find-quantities.ts';
import type { SearchData } from '../../../../src/search/engine/search-data.ts';
import { readQuestions, type NumberQuestion } from '../../../../src/search/read-questions.ts';

/** What the budgets of projects answer, each as its number and its distance. */
async function answers(text: string, budgets: readonly (number | null)[]) {
  const data = {
    quantities: () => Promise.resolve({ quantities: [], rows: [], budgets }),
    rows: () => Promise.resolve({ placeOf: () => null }),
  } as unknown as SearchData;
  const [question] = readQuestions(text, []);
  const found = await findQuantities(data, question as NumberQuestion);
  return Object.fromEntries(
    [...found].map(([fit, items]) => [fit, items.map(({ number, distance }) => [number, distance])]),
  );
}

test('a budget that an amount rounds is the better the nearer it is', async () => {
  expect(await answers('70万', [696_000, null, 700_000, 703_000.5, 800_000])).toEqual({
    exact: [[2, 0]],
    near: [
      [0, 4000],
      [3, 3000.5],
    ],
  });
});

test('all budgets in a range are as good', async () => {
  expect(await answers('70万以上', [696_000, 700_000, null, 9_000_000])).toEqual({
    budgets: [
      [1, 0],
      [3, 0],
    ],
  });
});
