import { join } from 'node:path';
import { expect, test } from 'vitest';
import { filesUnder } from '../../../src/cache/files-under.ts';
import { tempFolders } from '../../helpers/temp-folders.ts';
import { writeFiles } from '../../helpers/write-files.ts';

const openFolder = tempFolders();

test('lists the files of all folders below, sorted', () => {
  const folder = openFolder();
  writeFiles(folder, { 'b.txt': '', 'a/c/d.txt': '', 'a.txt': '' });
  expect(filesUnder(folder)).toEqual(['a.txt', 'a/c/d.txt', 'b.txt']);
});

test('a folder that does not exist has no file', () => {
  expect(filesUnder(join(openFolder(), 'nothing'))).toEqual([]);
});
