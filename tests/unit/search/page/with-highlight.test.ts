import { expect, test } from 'vitest';
import { withHighlight } from '../../../../src/search/page/with-highlight.ts';

const HERE = 'https://example.gov.cn/search/?q=x#y';

test.each([
  ['/2026/a/', ['95%'], '/2026/a/?highlight=95%25'],
  ['/2026/a/?highlight=old#L1', ['党', '建'], '/2026/a/?highlight=%E5%85%9A%20%E5%BB%BA#L1'],
  ['https://example.gov.cn/jixiao/a/', ['x'], '/jixiao/a/?highlight=x'],
])('%s with the words %j becomes %s', (url, words, expected) => {
  expect(withHighlight(url, words, HERE)).toBe(expected);
});
