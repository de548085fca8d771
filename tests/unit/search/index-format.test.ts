import { isDeepStrictEqual } from 'node:util';
import { decode, encode } from 'cborg';
import { expect, test } from 'vitest';
import { CborWriter, isMarked } from '../../../src/search/index-format.ts';

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

test("a file starts with Pagefind's mark", () => {
  const file = CborWriter.file().append(writer().array(1).text('甲').bytes()).bytes();
  expect(isMarked(file)).toBe(true);
  expect(decode(file.subarray('pagefind_dcd'.length))).toEqual(['甲']);
  expect(isMarked(new TextEncoder().encode('<!doctype html>'))).toBe(false);
});
