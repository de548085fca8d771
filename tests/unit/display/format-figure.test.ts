import { expect, test } from 'vitest';
import { formatFigure } from '../../../src/display/format-figure.ts';

test.each([
  ['95', '%', '95%'],
  ['95.50', '%', '95.5%'],
  ['1200', '场次', '1,200\u00A0场次'],
  ['30.00', '元', '30\u00A0元'],
  ['5', '千瓦/℃', '5\u00A0千瓦/℃'],
  ['100', '', '100'],
])('%s and %s are %s', (value, unit, text) => {
  expect(formatFigure(value, unit)).toBe(text);
});
