import { expect, test } from 'vitest';
import { canShift, lower, raise } from '../../../src/import/shift-digits.ts';

test.each([
  ['0123456789', '⁰¹²³⁴⁵⁶⁷⁸⁹', '₀₁₂₃₄₅₆₇₈₉', true],
  ['1 2', '¹ ²', '₁ ₂', true],
  ['-3次', '-³次', '-₃次', false],
  ['', '', '', true],
])('%s is raised to %s and lowered to %s; it has only such forms: %s', (text, raised, lowered, can) => {
  expect([raise(text), lower(text), canShift(text)]).toEqual([raised, lowered, can]);
});
