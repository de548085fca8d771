import { expect, test } from 'vitest';
import { toFen } from '../../../src/record/to-fen.ts';

test('an amount in fen is exact, however large', () => {
  expect(toFen('27700.00')).toBe(2770000n);
  expect(toFen('0.05')).toBe(5n);
  expect(toFen('90071992547409931.01')).toBe(9007199254740993101n);
});

test('no amount is less than any', () => {
  expect(toFen(null)).toBe(-1n);
});
