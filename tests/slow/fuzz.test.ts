/** 10,000 generated disclosures are read as they were written. */
import { describe, expect, test } from 'vitest';
import { runCases } from '../../scripts/fuzz/run-cases.ts';

/** Ten tests, so that a failure names its seed. */
describe.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])('seed %i', (seed) => {
  test('1,000 disclosures go round without a crash, a wait or a lost cell', { timeout: 120_000 }, () => {
    expect(runCases(1000, seed)).toBeNull();
  });
});
