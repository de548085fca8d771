import { expect, test } from 'vitest';
import { idOfSource } from '../../../src/desk/id-of-source.ts';

test('targets are under their year and body, results under these', () => {
  expect(idOfSource('disclosures/2026/wen-hua-ju.md')).toBe('2026/wen-hua-ju');
  expect(idOfSource('disclosures/results/2025/wen-hua-ju.md')).toBe('2025/wen-hua-ju/results');
});
