import { expect, test } from 'vitest';
import { readXlsFacts } from '../../../../src/import/xls/read-xls-facts.ts';

const word = (value: number) => [value & 0xff, (value >> 8) & 0xff];
const long = (value: number) => [...word(value & 0xffff), ...word(value >>> 16)];
const record = (type: number, ...content: number[]) => [...word(type), ...word(content.length), ...content];
const wide = (text: string) => [...Buffer.from(text, 'utf16le')];
const latin = (text: string) => [...Buffer.from(text, 'latin1')];

const BEGIN = record(0x809, ...word(0x0600), 0, 0);
const END = record(0x0a);
/** A font: whether it is struck, and 1 for raised, 2 for lowered. */
const font = (struck: boolean, place = 0) =>
  record(0x31, ...word(200), ...word(struck ? 0x08 : 0), ...word(0), ...word(400), ...word(place));
const format = (id: number, code: string) =>
  record(0x41e, ...word(id), ...word(code.length), 0, ...latin(code));
const style = (fontAt: number, formatId = 0) => record(0xe0, ...word(fontAt), ...word(formatId));
/** The beginning of a record of a cell in row 2. */
const cell = (column: number, styleAt: number) => [...word(1), ...word(column), ...word(styleAt)];
const string = (index: number, styleAt: number, column = 2) =>
  record(0xfd, ...cell(column, styleAt), ...long(index));
/** Shared strings: each with where its runs begin, and their fonts. */
const strings = (...texts: [text: string, ...runs: [start: number, font: number][]][]) =>
  record(
    0xfc,
    ...[...long(texts.length), ...long(texts.length)],
    ...texts.flatMap(([text, ...runs]) => [
      ...[...word(text.length), 0x09, ...word(runs.length), ...wide(text)],
      ...runs.flatMap(([start, at]) => [...word(start), ...word(at)]),
    ]),
  );
const object = (kind: number) => record(0x5d, ...word(0x15), ...word(0x12), ...word(kind), 0, 0);

/** A workbook with these records before its sheets. */
function facts(globals: readonly number[], ...sheets: (readonly number[])[]) {
  const names = sheets.map((_, index) => `表${index + 1}`);
  const heads = (offsets: readonly number[]) =>
    names.flatMap((name, index) =>
      record(0x85, ...long(offsets[index] ?? 0), 0, 0, name.length, 1, ...wide(name)),
    );
  const book = (offsets: readonly number[]) => [...BEGIN, ...globals, ...heads(offsets), ...END];
  const bodies = sheets.map((records) => [...BEGIN, ...records, ...END]);
  let at = book([]).length;
  const offsets = bodies.map((body) => {
    const offset = at;
    at += body.length;
    return offset;
  });
  return readXlsFacts(Buffer.from([...book(offsets), ...bodies.flat()]));
}
const PLAIN = [...font(false), ...style(0)];
const cellsOf = (globals: readonly number[], sheet: readonly number[]) => [
  ...(facts(globals, sheet).get('表1')?.cells ?? []),
];
const fact = { format: null, rich: null, isStruck: false, lacksResult: false };

test.each([
  ['too short', Buffer.from(BEGIN).subarray(0, 5)],
  ['that begins with something else', Buffer.from([...record(0x808, ...word(0x0600), 0, 0)])],
  ['of Excel 95', Buffer.from(record(0x809, ...word(0x0500), 0, 0))],
])('a stream %s is refused', (_name, stream) => {
  expect(() => readXlsFacts(stream)).toThrow('Excel 95');
});

test('the shortest workbook has no sheets', () => {
  expect(readXlsFacts(Buffer.from(record(0x809, ...word(0x0600)))).size).toBe(0);
});

test('each sheet has the cells between its beginning and the next', () => {
  const struck = [...font(true), ...style(0)];
  const number = (column: number) => record(0x203, ...cell(column, 0), 0, 0, 0, 0, 0, 0, 0, 0);
  const found = facts(struck, number(0), number(1), []);
  expect([...found].map(([name, { cells }]) => [name, [...cells.keys()]])).toEqual([
    ['表1', ['A2']],
    ['表2', ['B2']],
    ['表3', []],
  ]);
});

test('a sheet whose place is behind the end has no cells', () => {
  const head = record(0x85, ...long(9999), 0, 0, 1, 0, ...latin('a'));
  const number = record(0x203, ...cell(0, 0), 0, 0, 0, 0, 0, 0, 0, 0);
  const stream = Buffer.from([...BEGIN, ...font(true), ...style(0), ...head, ...END, ...BEGIN, ...number]);
  expect(readXlsFacts(stream).get('a')?.cells.size).toBe(0);
});

test('a head of a sheet that is cut is no sheet', () => {
  expect(readXlsFacts(Buffer.from([...BEGIN, ...record(0x85, ...long(0), 0, 0, 1)])).size).toBe(0);
});

test.each([
  ['a number', record(0x203, ...cell(2, 1), 0, 0, 0, 0, 0, 0, 0, 0)],
  ['a short number', record(0x27e, ...cell(2, 1), 0, 0, 0, 0)],
  ['a formula', record(0x06, ...cell(2, 1), 0, 0, 0, 0, 0, 0, 0, 0)],
  ['a text', string(0, 1)],
])('%s has the format of its style', (_name, written) => {
  const globals = [...PLAIN, ...format(200, '0.0%'), ...style(0, 200), ...strings(['甲'])];
  expect(cellsOf(globals, written)).toEqual([['C2', { ...fact, format: '0.0%' }]]);
});

test.each([
  ['a cell without a format', string(0, 0)],
  ['a cell of an unknown style', string(0, 9)],
  ['a blank cell', record(0x201, ...cell(2, 1), 0, 0, 0, 0)],
  ['a record that is cut', record(0x203, ...cell(2, 1), 0, 0, 0)],
])('%s has no facts', (_name, written) => {
  const globals = [...PLAIN, ...format(200, '0.0%'), ...style(0, 200), ...strings(['甲'])];
  expect(cellsOf(globals, written)).toEqual([]);
});

test('formats that Chinese programs do not write are found by their numbers', () => {
  const number = record(0x203, ...cell(0, 1), 0, 0, 0, 0, 0, 0, 0, 0);
  expect(cellsOf([...PLAIN, ...style(0, 31)], number)).toEqual([
    ['A2', { ...fact, format: 'yyyy"年"m"月"d"日"' }],
  ]);
});

test('a format may be in two bytes a character, and one that is cut is none', () => {
  const code = '0"元"';
  const wideFormat = record(0x41e, ...word(200), ...word(code.length), 1, ...wide(code), ...wide('x'));
  const cut = record(0x41e, ...word(201), ...word(1), 0).slice(0, -1);
  const globals = [...PLAIN, ...wideFormat, ...[...word(0x41e), 4, 0, ...cut.slice(4)]];
  const numbers = [0, 1].flatMap((at) => record(0x203, ...cell(at, at + 1), 0, 0, 0, 0, 0, 0, 0, 0));
  expect(cellsOf([...globals, ...style(0, 200), ...style(0, 201)], numbers)).toEqual([
    ['A2', { ...fact, format: code }],
  ]);
});

test('several numbers of a row each have their style', () => {
  const globals = [
    ...PLAIN,
    ...format(200, '0.0'),
    ...format(201, '0.00'),
    ...style(0, 200),
    ...style(0, 201),
  ];
  const numbers = [1, 0, 2].flatMap((at) => [...word(at), ...long(7)]);
  expect(cellsOf(globals, record(0xbd, ...word(1), ...word(3), ...numbers, ...word(5)))).toEqual([
    ['D2', { ...fact, format: '0.0' }],
    ['F2', { ...fact, format: '0.00' }],
  ]);
});

test('a cell of a struck font is struck, unless its text has fonts of its own', () => {
  const globals = [...font(false), ...font(true), ...style(1), ...strings(['甲乙', [1, 0]])];
  expect(cellsOf(globals, record(0x203, ...cell(0, 0), 0, 0, 0, 0, 0, 0, 0, 0))).toEqual([
    ['A2', { ...fact, isStruck: true }],
  ]);
  expect(cellsOf(globals, string(0, 0))).toEqual([
    ['C2', { ...fact, rich: { text: '乙', remarks: ['有删除线的文字没有读入：“甲”'] } }],
  ]);
});

test('raised and lowered digits are read by the fonts of their runs', () => {
  const globals = [...font(false), ...font(false, 1), ...font(false, 2), ...font(false, 3), ...style(0)];
  expect(
    cellsOf(
      [...globals, ...strings(['m2 CO2', [1, 1], [2, 0], [5, 2]], ['甲', [0, 3]])],
      [...string(0, 0), ...string(1, 0, 3)],
    ),
  ).toEqual([['C2', { ...fact, rich: { text: 'm² CO₂', remarks: [] } }]]);
});

test('the fifth font has the number 5: 4 is left out', () => {
  const fonts = [0, 0, 0, 0, 1, 2].flatMap((place) => font(false, place));
  const richOf = (at: number) =>
    cellsOf([...fonts, ...style(0), ...strings(['2', [0, at]])], string(0, 0))[0]?.[1].rich?.text;
  expect([3, 4, 5, 6, 9].map(richOf)).toEqual([undefined, '²', '²', '₂', undefined]);
});

test('a text that is not in the list, and one without a style, is plain', () => {
  const globals = [...font(true), ...style(0), ...strings(['甲2', [1, 1]])];
  expect(cellsOf(globals, string(7, 0))).toEqual([['C2', { ...fact, isStruck: true }]]);
  expect(cellsOf([...font(false), ...font(false, 1), ...strings(['甲2', [1, 1]])], string(0, 0))).toEqual([
    ['C2', { ...fact, rich: { text: '甲²', remarks: [] } }],
  ]);
});

test('a font or a style that is cut is a plain one', () => {
  const cutFont = record(0x31, ...word(200), ...word(8), ...word(0), ...word(400), 1);
  const number = record(0x203, ...cell(0, 0), 0, 0, 0, 0, 0, 0, 0, 0);
  expect(cellsOf([...cutFont, ...style(0)], number)).toEqual([]);
  expect(cellsOf([...font(true), ...record(0xe0, 0, 0, 200)], number)).toEqual([]);
});

test('pictures and boxes to tick over a sheet are counted', () => {
  const remarksOf = (...records: number[][]) => facts(PLAIN, records.flat()).get('表1')?.remarks;
  expect(remarksOf(object(8), object(8), object(0x0b), object(5))).toEqual([
    '有 2 张图片，没有读入',
    expect.stringMatching(/^有 1 个勾选框/),
  ]);
  expect(remarksOf(object(5))).toEqual([]);
  expect(remarksOf(record(0x5d, ...word(0x15), ...word(0x12), 8))).toEqual([]);
});
