import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readVerified, storeVerified } from '../../../src/build/verified-sources.ts';
import { openDigestStore } from '../../../src/cache/digest-store.ts';
import { tempFolders } from '../../helpers/temp-folders.ts';

const newFolder = tempFolders();
const sources = new Map([['ab12', { cells: 703, projects: 7 }]]);

test('what one code stored, the same code reads and another does not', () => {
  const folder = newFolder();
  storeVerified(openDigestStore(folder), 'one', sources);
  expect(readVerified(openDigestStore(folder), 'one')).toEqual(sources);
  expect(readVerified(openDigestStore(folder), 'two')).toEqual(new Map());
});

test('what another code stored is removed', () => {
  const folder = newFolder();
  storeVerified(openDigestStore(folder), 'one', sources);
  storeVerified(openDigestStore(folder), 'two', sources);
  expect(readVerified(openDigestStore(folder), 'one')).toEqual(new Map());
  expect(readVerified(openDigestStore(folder), 'two')).toEqual(sources);
});

test('a file that can’t be read is empty', () => {
  const folder = newFolder();
  writeFileSync(join(folder, 'one'), '{');
  expect(readVerified(openDigestStore(folder), 'one')).toEqual(new Map());
});
