import { createHash } from 'node:crypto';
import { rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openContent } from '../../../src/content/open-content.ts';
import { fixtureSource, writeFiles } from '../../helpers/write-files.ts';
import { tempFolders } from '../../helpers/temp-folders.ts';

const newFolder = tempFolders();
const original = '原件';
const digest = createHash('sha256').update(original).digest('hex');
const head = (file: string, more = '') =>
  `---\noriginals:\n  - name: 表.xlsx\n    sha256: ${digest}\n    file: ${file}\n    parts:\n      - 全表\n${more}---\n\n`;
const write = (file: string, more?: string) =>
  writeFiles(newFolder(), {
    'disclosures/2026/a.md': head(file, more) + fixtureSource('a-plain-table'),
    [`disclosures/2026/${file}`]: original,
  });
const errorsOf = async (folder: string) =>
  (await openContent({ root: '.', folder })).errors.map(({ rule, message }) => [rule, message]);

test('the copy that was imported is right, with and without its size', async () => {
  expect(await errorsOf(write('a.original.xlsx'))).toEqual([]);
  expect(await errorsOf(write('a.original.xlsx', '    bytes: 6\n'))).toEqual([]);
});

test('a copy that is missing is an error', async () => {
  const folder = write('a.original.xlsx');
  rmSync(join(folder, 'disclosures/2026/a.original.xlsx'));
  expect(await errorsOf(folder)).toEqual([
    [
      'file/original-missing',
      '原件“表.xlsx”的副本 a.original.xlsx 不在这个文件旁边；请放回原处，或把原件再导入一次',
    ],
  ]);
});

test('a link is no copy: it would publish what it leads to', async () => {
  const folder = write('a.original.xlsx');
  const copy = join(folder, 'disclosures/2026/a.original.xlsx');
  rmSync(copy);
  writeFileSync(join(folder, 'other.xlsx'), original);
  symlinkSync(join(folder, 'other.xlsx'), copy);
  expect(await errorsOf(folder)).toMatchObject([
    ['file/original-missing', expect.stringContaining('普通文件')],
  ]);
});

test.each(['另一份', '原件 '])('a copy with other bytes is an error: %s', async (bytes) => {
  const folder = write('a.original.xlsx', '    bytes: 6\n');
  writeFileSync(join(folder, 'disclosures/2026/a.original.xlsx'), bytes);
  expect(await errorsOf(folder)).toMatchObject([
    ['file/original-altered', expect.stringContaining('和导入时不同')],
  ]);
});

test.each(['a.html', 'a.svg', 'a.js', 'a', '../a.xlsx'])(
  'a browser would open %s as a page: it is no copy',
  async (file) => {
    const folder = newFolder();
    writeFiles(folder, { 'disclosures/2026/a.md': head(file) + fixtureSource('a-plain-table') });
    expect(await errorsOf(folder)).toMatchObject([['front-matter/import-unreadable', expect.anything()]]);
  },
);

test.each([
  ['of the size that was imported', '    bytes: 6\n', '另件'],
  ['without a size', '', '另一份'],
  ['that is right, of another size', '    bytes: 7\n', original],
])('a copy %s is compared by its bytes and by its size', async (_, more, bytes) => {
  const folder = write('a.original.xlsx', more);
  writeFileSync(join(folder, 'disclosures/2026/a.original.xlsx'), bytes);
  expect((await openContent({ root: '.', folder })).errors).toMatchObject([
    { rule: 'file/original-altered', path: 'disclosures/2026/a.md', line: 1, column: 1 },
  ]);
});
