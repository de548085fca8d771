import { expect, test } from 'vitest';
import { escapeText } from '../../../src/display/escape-text.ts';

test.each([
  ['a<b && c>d', 'a&lt;b &amp;&amp; c&gt;d'],
  ['<b><i>', '&lt;b&gt;&lt;i&gt;'],
  ['&lt;', '&amp;lt;'],
  [`"甲"、'乙'`, `"甲"、'乙'`],
])('%s is %s', (text, escaped) => {
  expect(escapeText(text)).toBe(escaped);
});
