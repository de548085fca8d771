import { expect, test } from 'vitest';
import { formatBytes } from '../../../src/display/format-bytes.ts';

test.each([
  [863, '863 字节'],
  [11_393, '11 KB'],
])('%i bytes are %s', (bytes, words) => {
  expect(formatBytes(bytes)).toBe(words);
});
