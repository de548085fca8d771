import { expect, test } from 'vitest';
import { must } from '../../../src/record/must.ts';

test('gives the value, also an empty one', () => {
  expect(must('')).toBe('');
  expect(must(0)).toBe(0);
});

test.each([null, undefined])('throws for %s', (value) => {
  expect(() => must(value)).toThrow('Unexpected missing value');
});
