import { expect, test } from 'vitest';
import { readStyleLists } from '../../../../src/import/doc/read-style-lists.ts';
import { SPRM } from '../../../../src/import/doc/sprms.ts';

const BASE_SIZE = 10;
const NO_BASE = 0xfff;

interface Style {
  /** Of the style that it is based on. */
  base?: number;
  /** Number of its list. */
  list?: number;
  kind?: number;
  name?: string;
}

/** A style as it is stored. */
function styleOf({ base = NO_BASE, list, kind = 1, name = '甲' }: Style): Buffer {
  const head = Buffer.alloc(BASE_SIZE);
  head.writeUInt16LE(kind + (base << 4), 2);
  const words = Buffer.from(`${name}\0`, 'utf16le');
  const change = Buffer.from(list === undefined ? [] : [SPRM.PIlfo & 0xff, SPRM.PIlfo >> 8, list, 0]);
  const changes = Buffer.alloc(4);
  changes.writeUInt16LE(2 + change.length, 0);
  return Buffer.concat([head, Buffer.from([name.length, 0]), words, changes, change]);
}

/** A stylesheet. Styles of odd length are followed by a byte. @param headSize Bytes of its head. */
function sheetOf(styles: readonly Buffer[], { headSize = 6, count = styles.length } = {}): Buffer {
  const head = Buffer.alloc(2 + headSize);
  head.writeUInt16LE(headSize, 0);
  head.writeUInt16LE(count, 2);
  head.writeUInt16LE(BASE_SIZE, 4);
  const parts = styles.flatMap((style) => {
    const size = Buffer.alloc(2);
    size.writeUInt16LE(style.length, 0);
    return [size, style, Buffer.alloc(style.length % 2)];
  });
  return Buffer.concat([head, ...parts]);
}
const numbered = (styles: readonly Style[]) => [...readStyleLists(sheetOf(styles.map(styleOf)))];

test('a style with a list is numbered, one without or with list 0 is not', () => {
  expect(numbered([{ list: 3 }, {}, { list: 0 }, { list: 1, name: '一个更长的名称' }])).toEqual([0, 3]);
});

test('a style has the list of the nearest style below it that has one', () => {
  expect(numbered([{ list: 3 }, { base: 0 }, { base: 1 }, { base: 1, list: 0 }, { base: 3 }])).toEqual([
    0, 1, 2,
  ]);
});

test('only styles of paragraphs have lists', () => {
  expect(numbered([{ list: 3, kind: 2 }, { base: 0 }])).toEqual([]);
});

test('styles that are based on each other are not numbered', () => {
  expect(numbered([{ base: 1 }, { base: 0 }])).toEqual([]);
});

test.each([
  [18, [0]],
  [19, []],
])('a style that is based on another over %i more has its list: %j', (between, found) => {
  const chain = Array.from({ length: between + 1 }, (_, index) => ({ base: index + 1 }));
  expect(numbered([...chain, { list: 1 }]).filter((index) => index === 0)).toEqual(found);
});

test('an empty style, and one that is cut, have no list', () => {
  const style = styleOf({ list: 3 });
  const cut = [0, 3, BASE_SIZE + 1, style.length - 5].map((length) => style.subarray(0, length));
  expect([...readStyleLists(sheetOf([...cut, style]))]).toEqual([4]);
});

test('a style of odd length is followed by a byte', () => {
  const odd = Buffer.concat([styleOf({ list: 3 }), Buffer.from([9])]);
  expect([...readStyleLists(sheetOf([odd, styleOf({ list: 3 })]))]).toEqual([0, 1]);
});

test('the head says how long it is, and how many styles follow', () => {
  const styles = [styleOf({ list: 3 }), styleOf({ list: 3 })];
  expect([...readStyleLists(sheetOf(styles, { headSize: 18 }))]).toEqual([0, 1]);
  expect([...readStyleLists(sheetOf(styles, { count: 1 }))]).toEqual([0]);
  expect([...readStyleLists(sheetOf(styles, { count: 9 }))]).toEqual([0, 1]);
});

test.each([0, 5, 6])('a stylesheet of %i bytes has no styles', (length) => {
  expect(readStyleLists(Buffer.alloc(length, 1)).size).toBe(0);
});
