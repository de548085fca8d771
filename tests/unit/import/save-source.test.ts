import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { filesUnder } from '../../../src/cache/files-under.ts';
import { saveSource } from '../../../src/import/save-source.ts';
import { tempFolders } from '../../helpers/temp-folders.ts';
import { writeFiles } from '../../helpers/write-files.ts';

const newFolder = tempFolders();
const copy = (file: string, text = file) => ({ file, bytes: Buffer.from(text) });
const naming = (...files: string[]) =>
  `---\noriginals:\n${files.map((file) => `  - file: ${file}\n`).join('')}---\n`;
const save = (folder: string, text: string, files: string[], force = false) => {
  const copies = files.map((file) => copy(file));
  saveSource({ path: join(folder, '2026', 'a.md'), text }, copies, { force });
};

test('a source and its copies are written next to each other', () => {
  const folder = newFolder();
  save(folder, '甲', ['a.original.xlsx', 'a.original-2.docx']);
  expect(filesUnder(folder)).toEqual(['2026/a.md', '2026/a.original-2.docx', '2026/a.original.xlsx']);
  expect(readFileSync(join(folder, '2026/a.md'), 'utf8')).toBe('甲');
  expect(readFileSync(join(folder, '2026/a.original.xlsx'), 'utf8')).toBe('a.original.xlsx');
});

test.each(['2026/a.md', '2026/a.original.xlsx'])('%s that is there is replaced by force alone', (path) => {
  const folder = writeFiles(newFolder(), { [path]: '旧' });
  expect(() => {
    save(folder, '甲', ['a.original.xlsx']);
  }).toThrow(`${relative('', join(folder, path))} 已经有了`);
  expect(filesUnder(folder)).toEqual([path]);
  expect(readFileSync(join(folder, path), 'utf8')).toBe('旧');
  save(folder, '甲', ['a.original.xlsx'], true);
  expect(filesUnder(folder)).toEqual(['2026/a.md', '2026/a.original.xlsx']);
  expect(readFileSync(join(folder, path), 'utf8')).not.toBe('旧');
});

test('copies that the source before named go, unless they are written anew; others stay', () => {
  const folder = writeFiles(newFolder(), {
    '2026/a.md': naming('a.original.xlsx', 'a.original-2.xlsx', 'a.original-3.xlsx'),
    '2026/a.original.xlsx': '',
    '2026/a.original-2.xlsx': '',
    '2026/a.original-note.xlsx': '',
  });
  save(folder, naming('a.original.xlsx'), ['a.original.xlsx'], true);
  expect(filesUnder(folder)).toEqual(['2026/a.md', '2026/a.original-note.xlsx', '2026/a.original.xlsx']);
});

test('where one can not be written none is, and no folder is left', () => {
  const folder = newFolder();
  const long = `${'a'.repeat(300)}.xlsx`;
  expect(() => {
    save(folder, '甲', ['a.original.xlsx', long]);
  }).toThrow(`写不进 ${relative('', join(folder, '2026'))}：`);
  expect(existsSync(join(folder, '2026'))).toBe(false);
  writeFiles(folder, { '2026/b.md': '乙' });
  expect(() => {
    save(folder, '甲', ['a.original.xlsx', long]);
  }).toThrow('写不进');
  expect(filesUnder(folder)).toEqual(['2026/b.md']);
});

test('an error is put as advice where there is any', () => {
  const folder = writeFiles(newFolder(), { '2026': '是文件' });
  expect(() => {
    save(folder, '甲', []);
  }).toThrow(/^写不进 .*：\w+: /);
});
