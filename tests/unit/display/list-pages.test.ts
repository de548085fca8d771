import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pageNumbers, pagePart, toListPages } from '../../../src/display/list-pages.ts';

test('the pages of a list hold each item once, in order, and none holds more than its size', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.integer({ min: 1, max: 20 }), (items, size) => {
      const pages = toListPages(items, size);
      expect(pages.flatMap((page) => page.items)).toEqual(items);
      expect(pages.every((page) => page.items.length <= size && page.count === pages.length)).toBe(true);
      expect(pages.slice(0, -1).every((page) => page.items.length === size)).toBe(true);
      expect(pages).toHaveLength(Math.max(1, pages.filter((page) => page.items.length > 0).length));
      expect(pages.map(({ number }) => number)).toEqual(pages.map((_, index) => index + 1));
      for (const page of pages) expect(items[page.first - 1]).toBe(page.items[0]);
    }),
  );
});

test('an empty list is one empty page', () => {
  expect(toListPages([], 200)).toEqual([{ items: [], number: 1, count: 1, total: 0, first: 1 }]);
});

test.each([
  [1, 1, [1]],
  [1, 3, [1, 2, 3]],
  [1, 9, [1, 2, null, 9]],
  [3, 9, [1, 2, 3, 4, null, 9]],
  [4, 9, [1, 2, 3, 4, 5, null, 9]],
  [5, 9, [1, null, 4, 5, 6, null, 9]],
  [9, 9, [1, null, 8, 9]],
])('page %i of %i offers %j', (number, count, offered) => {
  expect(pageNumbers({ number, count })).toEqual(offered);
});

test('only later pages have a part of their own in the address', () => {
  expect(pagePart(1)).toBeUndefined();
  expect(pagePart(12)).toBe('page/12');
});
