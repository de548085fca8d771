import { expect, test } from 'vitest';
import { findQuantities } from '../../../../src/search/engine/find-quantities.ts';
import type { SearchData } from '../../../../src/search/engine/search-data.ts';
import { readQuestions, type NumberQuestion } from '../../../../src/search/read-questions.ts';
import type { TypedText } from '../../../../src/search/search-table.ts';

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

test.each([
  ['≤6个', ['3~5个']],
  ['≤8个', ['3~5个', '5~8个']],
  ['≥4个', ['5~8个']],
])('a target that is a range answers %s only with both its ends: %j', async (text, expected) => {
  const quantities: TypedText[] = [
    ['3~5个', null, 3, 5, '个'],
    ['5~8个', null, 5, 8, '个'],
  ];
  const data = {
    quantities: () => Promise.resolve({ quantities, rows: [[0], [1]] }),
    rows: () => Promise.resolve({ placeOf: (row: number) => ({ number: row, index: 0 }) }),
  } as unknown as SearchData;
  const [question] = readQuestions(text, []);
  const found = await findQuantities(data, question as NumberQuestion);
  expect([...found].map(([fit, items]) => [fit, items.map((item) => item.text)])).toEqual([
    ['beyond', expected],
  ]);
});
