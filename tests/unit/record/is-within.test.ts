import { expect, test } from 'vitest';
import { isWithin } from '../../../src/record/is-within.ts';

const source = { path: 'a.md', sha256: '', startLine: 3, endLine: 5 } as Parameters<
  typeof isWithin
>[0]['source'];

test.each([
  [2, false],
  [3, true],
  [5, true],
  [6, false],
])('line %i of a table from line 3 to 5: %s', (line, expected) => {
  expect(isWithin({ source }, line)).toBe(expected);
});
