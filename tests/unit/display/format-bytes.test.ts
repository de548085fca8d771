import { expect, test } from 'vitest';
import { formatBytes } from '../../../src/display/format-bytes.ts';

test.each([
  [863, '863 字节'],
  [1023, '1023 字节'],
  [1024, '1 KB'],
  [11_393, '11 KB'],
  [1_048_575, '1024 KB'],
  [1_048_576, '1.0 MB'],
  [5_033_165, '4.8 MB'],
])('%i bytes are %s', (bytes, words) => {
  expect(formatBytes(bytes)).toBe(words);
});
