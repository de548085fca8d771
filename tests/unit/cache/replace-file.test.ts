import { lstatSync, mkdirSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { replaceFile, replaceFiles } from '../../../src/cache/replace-file.ts';
import { tempFolders } from '../../helpers/temp-folders.ts';

const newFolder = tempFolders();
let folder: string;

beforeEach(() => {
  folder = newFolder();
});

test('replaces a file and leaves nothing next to it', () => {
  const path = join(folder, 'permalinks.json');
  writeFileSync(path, 'old');
  replaceFile(path, 'new');
  expect(readFileSync(path, 'utf8')).toBe('new');
  expect(readdirSync(folder)).toEqual(['permalinks.json']);
});

test('an open file keeps the old bytes: the new ones are in a file of their own', () => {
  const path = join(folder, 'permalinks.json');
  writeFileSync(path, 'old');
  const { ino } = lstatSync(path);
  replaceFile(path, 'new');
  expect(lstatSync(path).ino).not.toBe(ino);
});

test('a file that can not be replaced stays as it was', () => {
  const path = join(folder, 'a-folder');
  mkdirSync(join(path, 'inside'), { recursive: true });
  expect(() => {
    replaceFile(path, 'new');
  }).toThrow(/EISDIR|ENOTEMPTY|EEXIST/);
  expect(readdirSync(folder)).toEqual(['a-folder']);
  expect(readdirSync(path)).toEqual(['inside']);
});

test('a link stays, and what it points to is replaced', () => {
  const path = join(folder, 'link.json');
  writeFileSync(join(folder, 'real.json'), 'old');
  symlinkSync('real.json', path);
  replaceFile(path, 'new');
  expect(lstatSync(path).isSymbolicLink()).toBe(true);
  expect(readFileSync(join(folder, 'real.json'), 'utf8')).toBe('new');
});

test('where one of several files can not be replaced, no new file is left', () => {
  mkdirSync(join(folder, 'a-folder', 'inside'), { recursive: true });
  writeFileSync(join(folder, 'old.md'), 'old');
  const files = ['new.md', 'old.md', 'a-folder', 'other.md'].map((name) => ({
    path: join(folder, name),
    data: 'new',
  }));
  expect(() => {
    replaceFiles(files);
  }).toThrow(/EISDIR|ENOTEMPTY|EEXIST/);
  expect(readdirSync(folder)).toEqual(['a-folder', 'old.md']);
});
