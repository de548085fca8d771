import { expect, test } from 'vitest';
import { isBodyPage, isInShard, parseShard } from '../../../src/content/shard.ts';

test('each body is in one shard, whatever other bodies there are', () => {
  const slugs = Array.from({ length: 1000 }, (_, index) => `office-${index}`);
  const counts = [1, 2, 3, 4].map(
    (number) => slugs.filter((slug) => isInShard(slug, { number, count: 4 })).length,
  );
  expect(counts.reduce((sum, count) => sum + count)).toBe(1000);
  expect(Math.min(...counts)).toBeGreaterThan(200);
});

test.each([
  ['3/8', 3, 8],
  ['4/4', 4, 4],
  ['0001/9999', 1, 9999],
])('--shard %s is one of the parts', (text, number, count) => {
  expect(parseShard(text)).toEqual({ number, count });
});

test.each(['0/4', '5/4', '1', 'a/b', '1/0', 'x1/4', '1/4x', '1/10000', '00001/4', ''])(
  '--shard %s is refused',
  (text) => {
    expect(() => parseShard(text)).toThrow('如 --shard 3/8');
  },
);

test.each([
  ['/2026/qinghe-water/', true],
  ['/2026/qinghe-water/source.txt', true],
  ['/2026/qinghe-water/page/2/', true],
  ['/2026/', false],
  ['2026/qinghe-water/', true],
  ['/1999/qinghe-water/', true],
  ['/1899/qinghe-water/', false],
  ['/en/2026/qinghe-water/', false],
  ['/2026/page/2/', false],
  ['/2026/bodies/', false],
  ['/indicators/', false],
])("%s is a body's own page: %s", (pathname, is) => {
  expect(isBodyPage(pathname)).toBe(is);
});
