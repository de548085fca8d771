import { expect, test } from 'vitest';
import { addressesOf, baseOf } from '../../../src/identity/addresses-of.ts';

test.each([
  [undefined, '/2026/', ''],
  ['https://example.gov.cn', 'https://example.gov.cn/2026/', ''],
  ['https://example.gov.cn/', 'https://example.gov.cn/2026/', ''],
  ['https://example.gov.cn/bumen/jixiao', 'https://example.gov.cn/bumen/jixiao/2026/', '/bumen/jixiao'],
  ['https://example.gov.cn/jixiao/', 'https://example.gov.cn/jixiao/2026/', '/jixiao'],
])('at %s a page is at %s', (url, address, base) => {
  expect([addressesOf(url)('/2026/'), baseOf(url)]).toEqual([address, base]);
});
