import { mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { lackingSpace, toSpace } from '../../../src/desk/free-space.ts';
import { formatBytes, formatMissing } from '../../../src/desk/views/words.ts';
import { tempFolders } from '../../helpers/temp-folders.ts';

const newFolder = tempFolders();

test('a folder that is not there yet is on the disk of the one above it', () => {
  const folder = newFolder();
  const { free, needed } = toSpace(join(folder, 'a/b/c'), 5);
  expect(free).toBeGreaterThan(0);
  expect(needed).toBe(5);
});

test('a site that is larger than the disk lacks room for another', () => {
  const [base, out] = [newFolder(), newFolder()];
  const desk = { root: base, folder: join(base, 'content'), out, state: join(base, 'state') };
  const links = { base: '', site: '', preview: '' };
  expect(lackingSpace({ ...desk, ...links })).toBeNull();
  // It has a size and takes no room.
  const { free } = toSpace(base, 0);
  mkdirSync(join(out, '2026'));
  writeFileSync(join(out, '2026/large'), '');
  truncateSync(join(out, '2026/large'), free);
  const lacking = lackingSpace({ ...desk, ...links });
  expect(lacking?.needed).toBe(Math.ceil(free * 1.1) + 1_000_000);
});

test.each([
  [1, '1 MB'],
  [120_000_000, '120 MB'],
  [3_450_000_000, '3.5 GB'],
])('%i bytes are %s', (bytes, text) => {
  expect(formatBytes(bytes)).toBe(text);
});

test('what is missing, what is there and what is needed add up', () => {
  const [needed, free] = [8_000_001, 4_900_000];
  expect([formatMissing(needed, free), formatBytes(free, Math.floor), formatBytes(needed)]).toEqual([
    '5 MB',
    '4 MB',
    '9 MB',
  ]);
});
