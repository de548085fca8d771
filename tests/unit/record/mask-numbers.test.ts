import { expect, test } from 'vitest';
import { maskNumbers } from '../../../src/record/mask-numbers.ts';

test.each([
  ['１３８００１３８０００', '１３８********'],
  ['电话１３８００１３８０００', '电话１３８********'],
  ['１１０１０５１９４９１２３１００２Ｘ', '１１０***************'],
  ['（0763）3361234', '（07**********'],
])('masks a number that is of full width or in brackets: %s', (text, masked) => {
  expect(maskNumbers(text)).toBe(masked);
});

test.each(['共13,912,345,678.00元', '２０２６年度', '第1期-第3期'])(
  'leaves other figures as they are: %s',
  (text) => {
    expect(maskNumbers(text)).toBe(text);
  },
);
