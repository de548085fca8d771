import { expect, test } from 'vitest';
import { splitYears } from '../../../../src/search/engine/split-years.ts';

const split = (text: string) =>
  splitYears([{ kind: 'word', text }], [2025, 2026]).map((question) => `${question.kind} ${question.text}`);

test.each([
  ['2026年培训', ['year 2026', 'word 培训']],
  ['2026培训', ['year 2026', 'word 培训']],
  ['培训2025年度', ['year 2025', 'word 培训']],
  ['2024年培训', ['word 2024年培训']],
  ['20261', ['word 20261']],
  ['培训', ['word 培训']],
])('%s is %j', (text, expected) => {
  expect(split(text)).toEqual(expected);
});

test('other questions stay', () => {
  const year = { kind: 'year', text: '2026', year: 2026 } as const;
  expect(splitYears([year], [2026])).toEqual([year]);
});
