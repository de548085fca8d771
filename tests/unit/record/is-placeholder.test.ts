import { expect, test } from 'vitest';
import { isPlaceholder } from '../../../src/record/is-placeholder.ts';

test.each(['', ' ', '/', '—', '……', '......', '--', '***'])('%j stands for nothing', (text) => {
  expect(isPlaceholder(text)).toBe(true);
});
test.each(['无', '0', '1', '不适用', 'x'])('%j is a text', (text) => {
  expect(isPlaceholder(text)).toBe(false);
});
