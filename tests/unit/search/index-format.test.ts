import { isDeepStrictEqual } from 'node:util';
import { decode } from 'cborg';
import { expect, test } from 'vitest';
import {
  cborArray,
  cborText,
  isMarked,
  joinParts,
  PAGEFIND_MARK,
  splitParts,
  toChunk,
} from '../../../src/search/index-format.ts';

test.each([0, 23, 24, 255, 256, 65_535, 65_536])(
  'an array of %i and a text of as many are read again',
  (length) => {
    const texts = Array.from({ length }, (_, index) => String(index % 7));
    // Vitest compares lists item by item, which takes seconds.
    expect(isDeepStrictEqual(decode(cborArray(texts.map(cborText))), texts)).toBe(true);
    const text = '满a'.repeat(length / 2);
    expect(decode(cborText(text))).toBe(text);
  },
);

test('a chunk is the mark, and a list of entries in a list', () => {
  const chunk = toChunk([cborText('甲'), cborText('乙')]);
  expect(Buffer.from(chunk.subarray(0, PAGEFIND_MARK.length)).toString()).toBe(PAGEFIND_MARK);
  expect(decode(chunk.subarray(PAGEFIND_MARK.length))).toEqual([['甲', '乙']]);
});

test('parts are as they were, wherever in a buffer the file begins', () => {
  const parts = [Uint8Array.of(1, 2, 3), new Uint8Array(0), Uint8Array.of(4)];
  const file = joinParts(parts);
  const within = new Uint8Array([9, 9, ...file, 9]).subarray(2, -1);
  for (const read of [file, within])
    expect(splitParts(read, 3).map((part) => [...part])).toEqual([[1, 2, 3], [], [4]]);
});

test('what is not such a file is refused', () => {
  const file = joinParts([Uint8Array.of(1, 2, 3)]);
  expect(isMarked(file)).toBe(true);
  expect(() => splitParts(file.subarray(0, -1), 1)).toThrow('not 19');
  expect(() => splitParts(file, 2)).toThrow();
  const page = new TextEncoder().encode('<!doctype html>');
  expect(isMarked(page)).toBe(false);
  expect(() => splitParts(page, 1)).toThrow('not an index file');
});
