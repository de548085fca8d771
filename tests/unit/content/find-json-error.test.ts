import { expect, test } from 'vitest';
import { findJsonError } from '../../../src/content/find-json-error.ts';

test.each(['{"name": "示例市"}', '[]', '1', ' null\n'])('%j is JSON', (text) => {
  expect(findJsonError(text)).toBeNull();
});

test.each([
  ['a comma too many', '{"name": "甲",', '}'],
  ['a missing comma', '{"name": "甲" ', '"url": ""}'],
  ['a word without quotes', '{"name": ', '甲}'],
  ['a word without quotes, with the same word before it', '{"甲": "x", "name": ', 'x, "x": 1}'],
  ['a word at the beginning', '', 'url: 甲'],
  ['a line break in a text', '{"name": "甲', '\n"}'],
  ['a text behind the end', '{} ', '{}'],
  ['no end', '{"name": "甲"', ''],
  ['no text at all', '', ''],
])('%s is found where it is', (_, before, after) => {
  expect(findJsonError(before + after)).toBe(before.length);
});
