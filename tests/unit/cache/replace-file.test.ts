import { lstatSync, mkdirSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { finishReplacements, replaceFile, replaceFiles } from '../../../src/cache/replace-file.ts';
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
  expect(readFileSync(join(folder, 'old.md'), 'utf8')).toBe('old');
});

test('files that belong together are replaced, and nothing is left next to them', () => {
  writeFileSync(join(folder, 'old.md'), 'old');
  replaceFiles(['new.md', 'old.md'].map((name) => ({ path: join(folder, name), data: 'new' })));
  expect(readdirSync(folder)).toEqual(['new.md', 'old.md']);
  expect(readFileSync(join(folder, 'old.md'), 'utf8')).toBe('new');
});

test('a journal lists the new files and their targets by paths from the folder of the last one', () => {
  mkdirSync(join(folder, 'b'));
  // Where the journal is a link, it is written to where that points, and only the link is removed.
  writeFileSync(join(folder, 'journal.json'), '');
  symlinkSync('../journal.json', join(folder, 'b', `.replacing.${process.pid}.json`));
  const paths = ['b/1.md', '2.md', 'b/3.md'].map((name) => join(folder, name));
  replaceFiles(paths.map((path) => ({ path, data: 'new' })));
  expect(JSON.parse(readFileSync(join(folder, 'journal.json'), 'utf8'))).toEqual([
    [`1.md.${process.pid}.partial`, '1.md'],
    [`../2.md.${process.pid}.partial`, '../2.md'],
    [`3.md.${process.pid}.partial`, '3.md'],
  ]);
  expect(readdirSync(join(folder, 'b'))).toEqual(['1.md', '3.md']);
});

test('where its folder is missing, the error is that of the write', () => {
  expect(() => {
    replaceFile(join(folder, 'gone', 'new.md'), 'new');
  }).toThrow(/ENOENT.*open/);
});

test('no file is replaced where none is given', () => {
  replaceFiles([]);
  expect(readdirSync(folder)).toEqual([]);
});

test('where a folder is missing, nothing is replaced', () => {
  writeFileSync(join(folder, 'old.md'), 'old');
  const paths = [join(folder, 'new.md'), join(folder, 'old.md'), join(folder, 'gone', 'new.md')];
  expect(() => {
    replaceFiles(paths.map((path) => ({ path, data: 'new' })));
  }).toThrow('ENOENT');
  expect(readdirSync(folder)).toEqual(['old.md']);
  expect(readFileSync(join(folder, 'old.md'), 'utf8')).toBe('old');
});

test('where a rename fails, files that were renamed before it get their old bytes back', () => {
  writeFileSync(join(folder, 'old.md'), 'old');
  // The second rename of a file finds none. The second name of its old bytes is taken, so they are copied.
  const paths = ['new.md', 'old.md', 'old.md'].map((name) => join(folder, name));
  expect(() => {
    replaceFiles(paths.map((path) => ({ path, data: 'new' })));
  }).toThrow('ENOENT');
  expect(readdirSync(folder)).toEqual(['old.md']);
  expect(readFileSync(join(folder, 'old.md'), 'utf8')).toBe('old');
});

test('old bytes come back, not those that a killed process of the same number left', () => {
  writeFileSync(join(folder, 'old.md'), 'old');
  writeFileSync(join(folder, `old.md.${process.pid}.old`), 'older');
  mkdirSync(join(folder, 'a-folder', 'inside'), { recursive: true });
  expect(() => {
    replaceFiles(['old.md', 'a-folder'].map((name) => ({ path: join(folder, name), data: 'new' })));
  }).toThrow(/EISDIR|ENOTEMPTY|EEXIST/);
  expect(readFileSync(join(folder, 'old.md'), 'utf8')).toBe('old');
  expect(readdirSync(folder)).toEqual(['a-folder', 'old.md']);
});

describe('after a kill', () => {
  /** No process has it: Linux gives none above four million. */
  const DEAD = 2 ** 30;

  test('files that a journal lists get their new bytes, and what is left is removed', () => {
    const files = {
      'a.md': 'new already',
      [`a.md.${DEAD}.old`]: 'old',
      'b.md': 'old',
      [`b.md.${DEAD}.partial`]: 'new',
      [`c.md.${DEAD}.partial`]: 'new',
      [`.replacing.${DEAD}.json`]: JSON.stringify(
        ['a.md', 'b.md', 'c.md'].map((name) => [`${name}.${DEAD}.partial`, name]),
      ),
    };
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    finishReplacements(folder);
    expect(readdirSync(folder)).toEqual(['a.md', 'b.md', 'c.md']);
    expect(readFileSync(join(folder, 'a.md'), 'utf8')).toBe('new already');
    expect(readFileSync(join(folder, 'b.md'), 'utf8')).toBe('new');
    expect(readFileSync(join(folder, 'c.md'), 'utf8')).toBe('new');
  });

  test('files of a process that had the number of this one are finished too: in a container it may be the same', () => {
    writeFileSync(join(folder, `a.md.${process.pid}.partial`), 'new');
    writeFileSync(
      join(folder, `.replacing.${process.pid}.json`),
      JSON.stringify([[`a.md.${process.pid}.partial`, 'a.md']]),
    );
    writeFileSync(join(folder, `b.md.${process.pid}.old`), 'old');
    finishReplacements(folder);
    expect(readdirSync(folder)).toEqual(['a.md']);
    expect(readFileSync(join(folder, 'a.md'), 'utf8')).toBe('new');
  });

  test('half a file without a journal is removed', () => {
    writeFileSync(join(folder, 'a.md'), 'old');
    writeFileSync(join(folder, `a.md.${DEAD}.partial`), 'ne');
    finishReplacements(folder);
    expect(readdirSync(folder)).toEqual(['a.md']);
    expect(readFileSync(join(folder, 'a.md'), 'utf8')).toBe('old');
  });

  test('what a running process writes stays, and so do files of other names', () => {
    const journals = [`.replacing.${DEAD}.json.bak`, '.replacing.x.json', `a.replacing.${DEAD}.json`];
    const names = [
      ...journals.slice(0, 2),
      `a.md.${process.ppid}.partial`,
      ...journals.slice(2),
      'b.partial',
      'c.2026.old.md',
    ];
    for (const name of names) writeFileSync(join(folder, name), '');
    finishReplacements(folder);
    expect(readdirSync(folder)).toEqual(names);
  });

  test('a folder that is not there yet has nothing to finish', () => {
    expect(() => {
      finishReplacements(join(folder, 'missing'));
    }).not.toThrow();
  });
});
