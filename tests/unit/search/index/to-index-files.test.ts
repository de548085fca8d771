import { gunzipSync } from 'node:zlib';
import { decode } from 'cborg';
import { expect, test } from 'vitest';
import { splitParts } from '../../../../src/search/index-format.ts';
import type { IndexedWord } from '../../../../src/search/index/index-words.ts';
import { toIndexFiles } from '../../../../src/search/index/to-index-files.ts';

/** A word whose entry has so many bytes in each bundle; 0: the bundle does not have it. */
const wordOf = (word: string, ...sizes: number[]): IndexedWord => ({
  word,
  // A text of CBOR: its length is in its first byte.
  entries: sizes.map((size) =>
    size === 0
      ? undefined
      : Uint8Array.of(0x60 + size - 1, ...Buffer.from(word.repeat(9).slice(0, size - 1))),
  ),
});

/** The entries of each bundle in each file. */
function read(words: readonly IndexedWord[], bundles: number, maxBytes?: number) {
  const { bounds, files } = toIndexFiles(words, bundles, maxBytes);
  const parts = files.map((file) =>
    splitParts(new Uint8Array(gunzipSync(file)), bundles).map(
      (part) => (decode(part.subarray('pagefind_dcd'.length)) as [unknown[]])[0],
    ),
  );
  return { bounds, parts };
}

test('a file has the words of all bundles, up to a size', () => {
  const words = [wordOf('aa', 3, 3), wordOf('ab', 0, 3), wordOf('b', 2, 0), wordOf('c', 2)];
  expect(read(words, 2)).toEqual({
    bounds: ['a'],
    parts: [
      [
        ['aa', 'b', 'c'],
        ['aa', 'ab'],
      ],
    ],
  });
  expect(read(words, 2, 9)).toEqual({
    bounds: ['a', 'b'],
    parts: [
      [['aa'], ['aa', 'ab']],
      [['b', 'c'], []],
    ],
  });
  expect(read(words, 2, 6).bounds).toEqual(['a', 'ab', 'c']);
});

test('a word that is longer than a file has its own', () => {
  const words = [wordOf('a', 9), wordOf('b', 2), wordOf('c', 9), wordOf('d', 2)];
  expect(read(words, 1, 4).parts.map(([part]) => part?.length)).toEqual([1, 1, 1, 1]);
  expect(read(words, 1, 11).parts.map(([part]) => part?.length)).toEqual([2, 2]);
});

test('a bound is as short as it can be behind the last word of the file before', () => {
  const words = ['abcd', 'abce', 'abd', 'b', 'ba'].map((word) => wordOf(word, 2));
  expect(read(words, 1, 1).bounds).toEqual(['a', 'abce', 'abd', 'b', 'ba']);
});

test('without words there is one file', () => {
  expect(read([], 2)).toEqual({ bounds: [''], parts: [[[], []]] });
});
