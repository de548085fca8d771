import { expect, test } from 'vitest';
import { isOn, readSprms, SPRM, valueOf } from '../../../../src/import/doc/sprms.ts';

/** A list of property changes: each its code, and what is behind it. */
const listOf = (...changes: [code: number, ...bytes: number[]][]) =>
  Buffer.from(changes.flatMap(([code, ...bytes]) => [code & 0xff, code >> 8, ...bytes]));
const read = (...changes: [code: number, ...bytes: number[]][]) =>
  readSprms(listOf(...changes)).map(({ code, operand }) => [code, ...operand]);

test.each([
  ['one byte', 0x0837, [7]],
  ['one byte', 0x2416, [7]],
  ['two bytes', 0x4a4f, [7, 8]],
  ['four bytes', 0x6649, [7, 8, 9, 10]],
  ['two bytes', 0x8411, [7, 8]],
  ['two bytes', 0xa413, [7, 8]],
  ['three bytes', 0xe001, [7, 8, 9]],
])('an operand of %s is read by its code %i', (_name, code, bytes) => {
  expect(read([code, ...bytes], [SPRM.PFTtp, 1])).toEqual([
    [code, ...bytes],
    [SPRM.PFTtp, 1],
  ]);
});

test('an operand may begin with its length', () => {
  expect(read([0xc601, 2, 7, 8], [0xc601, 0], [SPRM.PFTtp, 1])).toEqual([
    [0xc601, 7, 8],
    [0xc601],
    [SPRM.PFTtp, 1],
  ]);
});

test('the length of a table’s definition takes two bytes, and counts one too many', () => {
  expect(read([SPRM.TDefTable, 3, 0, 7, 8], [SPRM.PFTtp, 1])).toEqual([
    [SPRM.TDefTable, 7, 8],
    [SPRM.PFTtp, 1],
  ]);
  expect(read([SPRM.TDefTable, 1, 0], [SPRM.PFTtp, 1])).toEqual([[SPRM.TDefTable], [SPRM.PFTtp, 1]]);
});

test.each<[string, [number, ...number[]]]>([
  ['a definition without its length', [SPRM.TDefTable, 3]],
  ['a definition of less than nothing', [SPRM.TDefTable, 0, 0, 7, 8, 9]],
  ['changes of tabs that are too many to count', [0xc615, 0xff, 7, 8, 9]],
  ['a code alone', [SPRM.PFTtp]],
])('a list ends before %s', (_name, last) => {
  expect(read([SPRM.PFInTable, 1], last)).toEqual([[SPRM.PFInTable, 1]]);
});

test('few changes of tabs, and other changes of 255 bytes, are read', () => {
  const long = Array.from({ length: 255 }, () => 7);
  expect(read([0xc615, 1, 7], [0xc601, 0xff, ...long], [SPRM.PFTtp, 1])).toEqual([
    [0xc615, 7],
    [0xc601, ...long],
    [SPRM.PFTtp, 1],
  ]);
});

test('an operand that is cut is what is left of it', () => {
  expect(read([0x6649, 7])).toEqual([[0x6649, 7]]);
});

test('the last value of a property counts', () => {
  const sprms = readSprms(listOf([SPRM.PItap, 1, 2, 3, 4], [SPRM.PIlfo, 5, 1], [SPRM.PIlfo, 6, 1]));
  expect(valueOf(sprms, SPRM.PIlfo)).toBe(0x0106);
  expect(valueOf(sprms, SPRM.PItap)).toBe(0x04030201);
  expect(valueOf(sprms, SPRM.CIss)).toBeUndefined();
});

test('a value has at most four bytes, and at least one', () => {
  expect(valueOf([{ code: 1, operand: Buffer.from([1, 0, 0, 0, 9]) }], 1)).toBe(1);
  expect(valueOf([{ code: 1, operand: Buffer.from([1, 2, 3]) }], 1)).toBe(0x030201);
  expect(valueOf([{ code: 1, operand: Buffer.alloc(0) }], 1)).toBeUndefined();
});

test.each([
  [0, false],
  [1, true],
  [2, false],
  [0x80, false],
  [0x81, true],
])('a property of the value %i is on: %s', (value, expected) => {
  expect(isOn(readSprms(listOf([SPRM.CFStrike, value])), SPRM.CFStrike)).toBe(expected);
});

test('a property that is not in the list is off', () => {
  expect(isOn([], SPRM.CFStrike)).toBe(false);
});
