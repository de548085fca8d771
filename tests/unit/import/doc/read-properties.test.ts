import { expect, test } from 'vitest';
import { readProperties, runAt } from '../../../../src/import/doc/read-properties.ts';
import { SPRM } from '../../../../src/import/doc/sprms.ts';

const STRIKE = [0x37, 0x08, 1];

/**
 * A page of properties.
 *
 * @param starts Offsets of its runs' first bytes, and the end of the last.
 * @param lists What is stored of each run, with its length. Empty: nothing is.
 */
function pageOf(
  kind: 'paragraph' | 'character',
  starts: readonly number[],
  lists: readonly number[][],
): Buffer {
  const page = Buffer.alloc(512);
  page.writeUInt8(lists.length, 511);
  for (const [index, start] of starts.entries()) page.writeUInt32LE(start, 4 * index);
  for (const [index, list] of lists.entries()) {
    const offset = 300 + 20 * index;
    if (list.length > 0)
      page.writeUInt8(offset / 2, 4 * starts.length + index * (kind === 'paragraph' ? 13 : 1));
    page.set(list, offset);
  }
  return page;
}

/** A table of pages. @param offsets One more than there are pages. */
function indexOf(offsets: readonly number[], numbers: readonly number[]): Buffer {
  const index = Buffer.alloc(4 * (offsets.length + numbers.length));
  for (const [at, value] of [...offsets, ...numbers].entries()) index.writeUInt32LE(value, 4 * at);
  return index;
}

test('each run of characters has its range and its properties', () => {
  const page = pageOf('character', [1000, 1010, 1020], [[STRIKE.length, ...STRIKE, 9], []]);
  expect(readProperties(page, indexOf([1000, 1020], [0]), 'character')).toEqual([
    { start: 1000, end: 1010, style: 0, sprms: [{ code: SPRM.CFStrike, operand: Buffer.from([1]) }] },
    { start: 1010, end: 1020, style: 0, sprms: [] },
  ]);
});

test.each([
  ['an odd number of bytes', [3, 0x05, 0x01, ...STRIKE]],
  ['an even number of bytes', [0, 3, 0x05, 0x01, ...STRIKE, 0]],
])('a paragraph’s properties of %s begin with its style', (_name, list) => {
  const page = pageOf('paragraph', [0, 10, 20], [list, []]);
  expect(readProperties(page, indexOf([0, 20], [0]), 'paragraph')).toEqual([
    { start: 0, end: 10, style: 0x0105, sprms: [{ code: SPRM.CFStrike, operand: Buffer.from([1]) }] },
    { start: 10, end: 20, style: 0, sprms: [] },
  ]);
});

test('what is behind a paragraph’s properties is no part of them', () => {
  const more = [0x16, 0x24, 1];
  const odd = pageOf('paragraph', [0, 10], [[2, 5, 0, 9, ...more]]);
  const even = pageOf('paragraph', [0, 10], [[0, 1, 5, 0, ...more]]);
  for (const page of [odd, even])
    expect(readProperties(page, indexOf([0, 10], [0]), 'paragraph')).toMatchObject([{ style: 5, sprms: [] }]);
});

test('a list of one byte has no style', () => {
  const page = pageOf('paragraph', [0, 10], [[1, 9]]);
  expect(readProperties(page, indexOf([0, 10], [0]), 'paragraph')).toMatchObject([{ style: 0, sprms: [] }]);
});

test('runs of several pages are in the order of the text, and a page that is cut has none', () => {
  const pages = [
    pageOf('character', [20, 30], [[]]),
    pageOf('character', [0, 10, 20], [[], []]),
    Buffer.alloc(511),
  ];
  // The number of a page has 22 bits; those above mean nothing.
  const index = indexOf([0, 20, 30, 40], [0, 0x400001, 2]);
  const starts = readProperties(Buffer.concat(pages), index, 'character').map(({ start }) => start);
  expect(starts).toEqual([0, 10, 20]);
});

test.each([
  ['character', 101],
  ['paragraph', 29],
] as const)(
  'a page of each %s’s properties has room for %i runs; one that says more has none',
  (kind, most) => {
    const runsOf = (count: number) => {
      const page = Buffer.alloc(512);
      page.writeUInt8(count, 511);
      return readProperties(page, indexOf([0, 10], [0]), kind).length;
    };
    expect([runsOf(most), runsOf(most + 1), runsOf(255)]).toEqual([most, 0, 0]);
  },
);

test.each([0, 3, 4, 11])('a table of %i bytes has no pages', (length) => {
  expect(readProperties(Buffer.alloc(512, 1), Buffer.alloc(length), 'character')).toEqual([]);
});

test.each([1, 2, 3, 4, 5])('of %i runs each is found by every offset in it', (count) => {
  const runs = Array.from({ length: count }, (_, index) => ({
    ...{ start: 10 * index, end: 10 * index + 8, style: 0, sprms: [] },
  }));
  for (const run of runs)
    expect([0, 7, 8, 9].map((at) => runAt(runs, run.start + at))).toEqual([run, run, undefined, undefined]);
});

test('before the first run, and without any, there is none', () => {
  const run = { start: 5, end: 9, style: 0, sprms: [] };
  expect([runAt([run], 4), runAt([], 5)]).toEqual([undefined, undefined]);
});
