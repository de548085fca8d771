import { describe, expect, test } from 'vitest';
import { toSectionWords } from '../../../src/search/encode-pairs.ts';
import { indexWords } from '../../../src/search/index/index-words.ts';
import { toIndexFiles } from '../../../src/search/index/to-index-files.ts';
import { openFile, readBundle } from '../../../src/verify/read-index.ts';

const projects = [
  ['购书经费', '购书', '3'],
  ['读者满意度', '满意度满意度8万18'],
  ['a', 'a𠮷b'],
  ['年年年年'],
];

/** The files of an index, in so many bytes each. */
function filesOf(size: number, maxBytes: number): Buffer[] {
  const words = indexWords(
    projects.map((cells) => toSectionWords(cells, new Set())),
    size,
  );
  const { files } = toIndexFiles(words, Math.ceil(projects.length / size), maxBytes);
  return files.map((file) => openFile(Buffer.from(file)));
}

describe.each([
  ['one bundle, one file', 4, 32_000],
  ['two bundles, several files', 2, 60],
])('%s', (_, size, maxBytes) => {
  const files = filesOf(size, maxBytes);
  const bundles = Math.ceil(projects.length / size);
  const texts = Array.from({ length: bundles }, (_each, bundle) =>
    readBundle(files, bundle, bundles, size),
  ).flat();

  test('has the texts of each project as they were written', () => {
    expect(texts.map(({ cells }) => cells)).toEqual(
      projects.map((cells) => cells.filter(({ length }) => length > 1)),
    );
    expect(texts.map(({ broken }) => broken)).toEqual([0, 0, 0, 0]);
  });

  test('has each character', () => {
    expect(texts.map(({ units }) => [...units].sort())).toEqual(
      projects.map((cells) => [...new Set(cells.join('').split(''))].sort()),
    );
  });

  test('has each digit that is a whole number', () => {
    expect(texts.map(({ digits }) => [...digits])).toEqual([['3'], ['8'], [], []]);
  });
});

test('a pair that was lost parts a text', () => {
  const words = toSectionWords(['读者满意度'], new Set()).filter((word) => word !== '满意');
  const { files } = toIndexFiles(indexWords([words]), 1);
  const [texts] = readBundle(
    files.map((file) => openFile(Buffer.from(file))),
    0,
    1,
    1,
  );
  expect(texts).toMatchObject({ cells: ['读者满', '意度'], broken: 1 });
});

test('a file that a host has decompressed is read as it is', () => {
  const [file = Buffer.alloc(0)] = filesOf(4, 32_000);
  expect(openFile(file)).toBe(file);
});
