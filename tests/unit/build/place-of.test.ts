import { join } from 'node:path';
import { expect, test } from 'vitest';
import { placeOf, stagingOf } from '../../../src/build/place-of.ts';
import { buildCacheFolder } from '../../../src/content/build-cache-folder.ts';
import { tempFolders } from '../../helpers/temp-folders.ts';
import { writeFiles } from '../../helpers/write-files.ts';

const newFolder = tempFolders();
const shard = { number: 1, count: 2 };

/** The folders of a build in a new project, and the project. */
const placeIn = (root: string, of: typeof shard | null) =>
  placeOf({ root, folder: join(root, 'content'), out: join(root, 'dist'), shard: of });

test('a site is made next to the published one, and Astro’s output in the project', () => {
  const root = newFolder();
  const { manifests, ...place } = placeIn(root, null);
  const out = join(root, 'dist');
  expect(place).toEqual({
    ...{ out, folder: out, fresh: `${out}.next-${process.pid}` },
    cache: buildCacheFolder(root, join(root, 'content'), null),
    staging: join(root, '.jixiao', `building.next-${process.pid}`),
  });
  expect(stagingOf(root)).toBe(join(root, '.jixiao', 'building'));
  manifests.put('ab12', '甲');
  expect(placeIn(root, null).manifests.get('ab12')?.toString()).toBe('甲');
});

test('a shard has a folder of its site, and next to it what its pages were made from', () => {
  const root = writeFiles(newFolder(), { 'dist/pages/ab12': '乙' });
  const { out, folder, cache, manifests } = placeIn(root, shard);
  expect([out, folder]).toEqual([join(root, 'dist/site'), join(root, 'dist/site')]);
  expect(cache).toBe(buildCacheFolder(root, join(root, 'content'), shard));
  expect(manifests.get('ab12')?.toString()).toBe('乙');
});

test.each(['', 'content'])('neither the project nor its content may be replaced: “%s”', (path) => {
  const root = writeFiles(newFolder(), { 'content/a.md': '甲' });
  const build = { root, folder: join(root, 'content'), out: join(root, path), shard: null };
  expect(() => placeOf(build)).toThrow('会把它删除');
});

test('a shard may not replace a folder of something else', () => {
  const root = writeFiles(newFolder(), { 'dist/site/a.txt': '甲' });
  expect(() => placeIn(root, shard)).toThrow('a.txt');
});
