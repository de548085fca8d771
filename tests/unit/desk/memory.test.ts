import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readMemory, remember } from '../../../src/desk/memory.ts';
import { tempFolders } from '../../helpers/temp-folders.ts';

const newFolder = tempFolders();

test('nothing is remembered of a desk that was never opened', () => {
  expect(readMemory(join(newFolder(), 'none'))).toEqual({ target: null, last: null, seconds: null });
});

test('what is new is added to what was there', () => {
  const state = join(newFolder(), 'desk');
  remember(state, { target: '/srv/site' });
  remember(state, { seconds: 12.5 });
  expect(readMemory(state)).toEqual({ target: '/srv/site', last: null, seconds: 12.5 });
});

test('a memory that can not be read is none', () => {
  const state = newFolder();
  writeFileSync(join(state, 'memory.json'), '{');
  expect(readMemory(state).target).toBeNull();
});
