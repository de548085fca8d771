import { expect, test } from 'vitest';
import { ROWS_ON_PAGE } from '../../../src/display/list-pages.ts';
import { listPaths } from '../../../src/site/list-paths.ts';

const items = Array.from({ length: ROWS_ON_PAGE + 1 }, (_, place) => `第${place}项`);
const pathsOf = (all: readonly string[], key = (page: readonly string[]): unknown => page) =>
  listPaths(all, { params: { year: '2026' }, props: { label: '项目' }, key });
const keysOf = (...args: Parameters<typeof pathsOf>) => pathsOf(...args).map((path) => path.cacheKey);

test('each page of a list has a path with what all its pages share', () => {
  const shared = { count: 2, total: items.length };
  expect(pathsOf(items).map(({ params, props }) => ({ params, props }))).toEqual([
    {
      params: { year: '2026', page: undefined },
      props: { label: '项目', page: { ...shared, items: items.slice(0, -1), number: 1, first: 1 } },
    },
    {
      params: { year: '2026', page: 'page/2' },
      props: {
        label: '项目',
        page: { ...shared, items: items.slice(-1), number: 2, first: ROWS_ON_PAGE + 1 },
      },
    },
  ]);
});

test('a page is made again where its number, its items or the length of the list differ', () => {
  const [first, second] = keysOf(items);
  expect(keysOf(items)).toEqual([first, second]);
  expect(keysOf(items.with(-1, '别的一项'))).toEqual([first, expect.not.stringMatching(second ?? '')]);
  expect(keysOf([...items, '又一项'])[0]).not.toBe(first);
  expect(new Set(keysOf(items, () => '同样')).size).toBe(2);
});
