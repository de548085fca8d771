import { expect, test } from 'vitest';
import { loadOnce } from '../../../../src/search/engine/load-once.ts';

test('a value is loaded when it is first needed, and once for each key', async () => {
  const loaded: string[] = [];
  const load = loadOnce((key: string) => {
    loaded.push(key);
    return Promise.resolve(key.length);
  });
  expect(loaded).toEqual([]);
  expect(await Promise.all([load('a'), load('a'), load('bc')])).toEqual([1, 1, 2]);
  expect(await load('bc')).toBe(2);
  expect(loaded).toEqual(['a', 'bc']);
});

test('a value that failed to load is loaded again', async () => {
  let count = 0;
  const load = loadOnce(() => {
    count += 1;
    return count === 1 ? Promise.reject(new Error('offline')) : Promise.resolve(count);
  });
  await expect(load()).rejects.toThrow('offline');
  expect([await load(), await load()]).toEqual([2, 2]);
});
