import { expect, test } from 'vitest';
import { findStarts } from '../../../src/search/find-marks.ts';

test.each([
  ['8万', '10.98万元', false],
  ['8万', '8万元', true],
  ['8万', '约8万元', true],
  ['27,700', '2,092,927,700', false],
  ['27,700', '27,700.00', true],
  ['27,700', '27,700.50', false],
  ['700', '27,700', false],
  ['700', '共,700人', true],
  ['200', '1200', false],
  ['95', '95%', true],
  ['95', '95.5%', false],
  ['95', '0.95', false],
  ['95', '950', false],
  ['27', '27,700', false],
  ['27', '27,于是', true],
  ['10000', '10000,200人', true],
  ['95%', '195%', false],
  ['≥95%', '≥95%', true],
  ['满意', '95满意', true],
])('%s is whole in %s: %s', (word, text, expected) => {
  expect(findStarts(text, word, false).length > 0).toBe(expected);
  expect(findStarts(text, word, true)).toHaveLength(1);
});
