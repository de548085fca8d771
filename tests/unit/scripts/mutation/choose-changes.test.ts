import { expect, test } from 'vitest';
import { chooseChanges } from '../../../../scripts/mutation/choose-changes.ts';

const ALL = Array.from({ length: 99 }, (_, index) => index);

test('each is chosen once, and no more than there are', () => {
  expect(chooseChanges([1, 2, 3], 9, 1).sort()).toEqual([1, 2, 3]);
  expect(new Set(chooseChanges(ALL, 50, 1)).size).toBe(50);
});

test('a seed chooses the same each time, and another seed others', () => {
  const [first, again, other] = [1, 1, 2].map((seed) => chooseChanges(ALL, 5, seed));
  expect(first).toHaveLength(5);
  expect(again).toEqual(first);
  expect(other).not.toEqual(first);
});
