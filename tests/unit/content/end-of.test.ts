import { expect, test } from 'vitest';
import { endOf } from '../../../src/content/end-of.ts';

test.each([
  ['', 1, 1],
  ['甲', 1, 2],
  ['甲乙\n', 2, 1],
  ['甲乙\n丙\n丁戊己', 3, 4],
])('behind %j is line %i, column %i', (text, line, column) => {
  expect(endOf(text)).toEqual({ line, column });
});
