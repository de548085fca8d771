import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { openShards, shardFolder } from '../../../src/build/shard-folder.ts';
import { tempFolders } from '../../helpers/temp-folders.ts';
import { writeFiles } from '../../helpers/write-files.ts';

const newFolder = tempFolders();

test('a shard has its site and what its pages were made from', () => {
  const folder = writeFiles(newFolder(), { 'pages/ab12': '甲' });
  const shard = shardFolder(folder);
  expect(shard.folder).toBe(join(folder, 'site'));
  expect(shard.manifests.get('ab12')?.toString()).toBe('甲');
});

test('shards are opened in their order, wherever the working directory is', () => {
  const [a, b] = ['甲', '乙'].map((text) => writeFiles(newFolder(), { 'pages/x': text }));
  const shards = openShards([relative('', a ?? ''), b ?? '']);
  expect(shards.map(({ folder }) => folder)).toEqual([join(a ?? '', 'site'), join(b ?? '', 'site')]);
  expect(shards.map(({ manifests }) => manifests.get('x')?.toString())).toEqual(['甲', '乙']);
});

test('a folder that no shard was built in is refused', () => {
  const folder = writeFiles(newFolder(), { 'site/index.html': '' });
  expect(() => openShards([folder])).toThrow(`${folder} 不是`);
});
