import { expect, test } from 'vitest';
import { toleranceOf } from '../../../../src/record/rules/rounding.ts';

test.each([
  [
    'half of the last digit for each sum',
    [
      ['33.33', '333300'],
      ['33.33', '333300'],
      ['66.67', '666700'],
    ],
    '150',
  ],
  [
    'nothing for whole numbers',
    [
      ['90', '900000'],
      ['9', '90000'],
      ['100', '1000000'],
    ],
    '0',
  ],
  [
    'the coarsest digit',
    [
      ['0.5', '5000'],
      ['0.25', '2500'],
    ],
    '1000',
  ],
  [
    'yuan with fen',
    [
      ['27,700.00', '27700'],
      ['1.50元', '1.5'],
    ],
    '0.01',
  ],
  ['nothing for zero', [['0.00', '0']], '0'],
  ['nothing for no sums', [], '0'],
])('is %s', (_name, sums, tolerance) => {
  expect(toleranceOf(sums.map(([text = '', yuan = '']) => ({ text, yuan }))).toString()).toBe(tolerance);
});
