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

test.each(['0/4', '5/4', '1', 'a/b', '1/0'])('--shard %s is refused', (text) => {
  expect(() => parseShard(text)).toThrow('如 --shard 3/8');
});

test.each([
  ['/2026/qinghe-water/', true],
  ['/2026/qinghe-water/source.txt', true],
  ['/2026/qinghe-water/page/2/', true],
  ['/2026/', false],
  ['/2026/page/2/', false],
  ['/2026/bodies/', false],
  ['/indicators/', false],
])("%s is a body's own page: %s", (pathname, is) => {
  expect(isBodyPage(pathname)).toBe(is);
});
