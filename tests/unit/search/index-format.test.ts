import { isDeepStrictEqual } from 'node:util';
import { decode, encode } from 'cborg';
import { expect, test } from 'vitest';
import { CborWriter, isMarked, joinParts, splitParts } from '../../../src/search/index-format.ts';

const writer = () => new CborWriter();

test.each([0, 23, 24, 255, 256, 65_535, 65_536, 2 ** 32 - 1])('%i is encoded as a library does', (number) => {
  for (const value of [number, -1 - number])
    expect([...writer().number(value).bytes()]).toEqual([...encode(value)]);
});

test.each([0, 23, 24, 255, 256, 65_535, 65_536])(
  'an array of %i and a text of as many are read again',
  (length) => {
    const texts = Array.from({ length }, (_, index) => String(index % 7));
    const array = writer().array(length);
    for (const text of texts) array.text(text);
    // Vitest compares lists item by item, which takes seconds.
    expect(isDeepStrictEqual(decode(array.bytes()), texts)).toBe(true);
    const text = '满a'.repeat(length / 2);
    expect(decode(writer().text(text).bytes())).toBe(text);
  },
);

test('parts are as they were, wherever in a buffer the file begins', () => {
  const parts = [Uint8Array.of(1, 2, 3), new Uint8Array(0), Uint8Array.of(4)];
  const file = joinParts(parts);
  const within = new Uint8Array([9, 9, ...file, 9]).subarray(2, -1);
  for (const read of [file, within])
    expect(splitParts(read, 3).map((part) => [...part])).toEqual([[1, 2, 3], [], [4]]);
});

test('what is not such a file is refused', () => {
  const file = joinParts([Uint8Array.of(1, 2, 3)]);
  expect(() => splitParts(file.subarray(0, -1), 1)).toThrow('not 19');
  expect(() => splitParts(file, 2)).toThrow();
  expect(() => splitParts(new TextEncoder().encode('<!doctype html>'), 1)).toThrow('not an index file');
});

test("a file starts with Pagefind's mark", () => {
  const file = CborWriter.file().append(writer().array(1).text('甲').bytes()).bytes();
  expect(isMarked(file)).toBe(true);
  expect(decode(file.subarray('pagefind_dcd'.length))).toEqual(['甲']);
  expect(isMarked(new TextEncoder().encode('<!doctype html>'))).toBe(false);
});
