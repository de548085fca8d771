import { expect, test } from 'vitest';
import { formatBytes } from '../../../src/display/format-bytes.ts';

test.each([
  [863, '863 字节'],
  [11_393, '11 KB'],
  [5_033_165, '4.8 MB'],
])('%i bytes are %s', (bytes, words) => {
  expect(formatBytes(bytes)).toBe(words);
});
