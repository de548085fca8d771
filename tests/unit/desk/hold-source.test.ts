import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { heldSource, holdSource, releaseHeld, restoreHeld } from '../../../src/desk/hold-source.ts';
import { tempFolders } from '../../helpers/temp-folders.ts';
import { writeFiles } from '../../helpers/write-files.ts';

const newFolder = tempFolders();
const PATH = 'disclosures/2026/a.md';

/** A content with a source and its neighbours; the source is held, and replaced. */
function replaced() {
  const [folder, keep] = [newFolder(), join(newFolder(), 'held')];
  const year = join(folder, 'disclosures/2026');
  writeFiles(year, {
    'a.md': 'old',
    'a.original.xlsx': 'old copy',
    'a.original-2.xlsx': 'second',
    'ab.md': 'b',
    'ab.original.xlsx': 'copy of b',
  });
  holdSource(folder, PATH, keep);
  writeFiles(year, { 'a.md': 'new', 'a.original.docx': 'new copy', 'ab.md': 'changed' });
  return { folder, keep, year };
}
const read = (year: string) =>
  Object.fromEntries(readdirSync(year).map((name) => [name, readFileSync(join(year, name), 'utf8')]));

test('a source comes back with its copies, and its neighbours stay as they are', () => {
  const { folder, keep, year } = replaced();
  restoreHeld(folder, keep);
  expect(read(year)).toEqual({
    'a.md': 'old',
    'a.original.xlsx': 'old copy',
    'a.original-2.xlsx': 'second',
    'ab.md': 'changed',
    'ab.original.xlsx': 'copy of b',
  });
  expect(heldSource(keep)).toBeNull();
});

test('where there was none before, the new one goes', () => {
  const [folder, keep] = [newFolder(), join(newFolder(), 'held')];
  holdSource(folder, PATH, keep);
  const year = writeFiles(join(folder, 'disclosures/2026'), { 'a.md': 'new', 'a.original.csv': 'copy' });
  expect(heldSource(keep)).toBe(PATH);
  restoreHeld(folder, keep);
  expect(read(year)).toEqual({});
});

test('what is released does not come back', () => {
  const { folder, keep, year } = replaced();
  releaseHeld(keep);
  restoreHeld(folder, keep);
  expect(read(year)['a.md']).toBe('new');
});
