import { expect, test } from 'vitest';
import { apply, IDENTITY, multiply, turn } from '../../../../src/import/pdf/matrix.ts';

const MATRIX = [2, 3, 5, 7, 11, 13];

test('a point is turned and moved, a direction is only turned', () => {
  expect(apply(MATRIX, 10, 100)).toEqual([2 * 10 + 5 * 100 + 11, 3 * 10 + 7 * 100 + 13]);
  expect(turn(MATRIX, 10, 100)).toEqual([520, 730]);
  expect([apply(IDENTITY, 10, 100), apply([], 10, 100)]).toEqual([
    [10, 100],
    [10, 100],
  ]);
});

test('two matrices as one are the inner, then the outer', () => {
  const inner = [1, 4, 9, 16, 25, 36];
  const both = multiply(MATRIX, inner);
  expect(both).toEqual([22, 31, 98, 139, 241, 340]);
  expect(apply(both, 2, 3)).toEqual(apply(MATRIX, ...apply(inner, 2, 3)));
  expect([multiply(IDENTITY, inner), multiply(inner, [])]).toEqual([inner, inner]);
});
