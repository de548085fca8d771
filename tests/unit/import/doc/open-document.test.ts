import { expect, test } from 'vitest';
import { PlainBytes } from '../../../../src/import/bytes.ts';
import { HEAD, openDocument } from '../../../../src/import/doc/open-document.ts';
import { SPRM } from '../../../../src/import/doc/sprms.ts';
import { aDocument, type WrittenDocument } from './a-document.ts';

const open = (written: Partial<WrittenDocument> = {}) =>
  openDocument(aDocument({ pieces: [{ text: '甲乙\r' }], ...written }));
const BROKEN = '文件已损坏';

test('the text is read in pieces of one or of two bytes a character', () => {
  const pieces = [{ text: 'éü', isNarrow: true }, { text: '甲\r' }];
  expect(open({ pieces }).pieces).toEqual([
    { text: 'éü', start: 0x800, width: 1 },
    { text: '甲\r', start: 0x802, width: 2 },
  ]);
});

test('text in one byte a character is that of Windows', () => {
  const pieces = [{ text: '\u0093\r', isNarrow: true }];
  expect(open({ pieces }).pieces[0]?.text).toBe('“\r');
});

test('what follows the main text, such as footnotes, is not read', () => {
  const cut = (length: number) =>
    open({
      pieces: [{ text: '甲乙' }, { text: '丙丁\r' }],
      change: (file) => {
        file.writeUInt32LE(length, 0x4c);
      },
    }).pieces.map(({ text }) => text);
  expect([cut(1), cut(2), cut(4)]).toEqual([['甲'], ['甲乙'], ['甲乙', '丙丁']]);
});

test('changes of properties before the list of pieces are skipped', () => {
  expect(open({ before: [1, 3, 0, 7, 8, 9, 1, 0, 0] }).pieces.map(({ text }) => text)).toEqual(['甲乙\r']);
});

test.each([true, false])('the tables are in the stream that the head names: the second is %s', (isSecond) => {
  expect(open({ isSecond }).pieces).toHaveLength(1);
});

test('properties of paragraphs and of characters are read, each from its pages', () => {
  const { paragraphs, characters } = open({
    paragraphs: [[3, 0x16, 0x24, 1]],
    characters: [[2], [1, 0x37, 0x08, 1]],
  });
  expect(paragraphs.map(({ start, end, sprms }) => [start, end, sprms.map(({ code }) => code)])).toEqual([
    [0x800, 0x806, [SPRM.PFInTable]],
  ]);
  expect(characters.map(({ start, end, sprms }) => [start, end, sprms.map(({ code }) => code)])).toEqual([
    [0x800, 0x804, []],
    [0x804, 0x806, [SPRM.CFStrike]],
  ]);
});

test('a part of the tables has its place and its length in the head', () => {
  const stylesheet = Buffer.from([4, 5, 6]);
  expect(open({ stylesheet }).tablePart(HEAD.stylesheet)).toEqual(stylesheet);
});

test('the stream of data is that of the container, or empty', () => {
  const container = aDocument({ pieces: [{ text: '\r' }] });
  expect(openDocument(container).data).toHaveLength(0);
  const data = Buffer.from([1]);
  const stream = (name: string) => (name === 'Data' ? data : container.stream(name));
  expect(openDocument({ ...container, stream }).data).toBe(data);
});

test('a document of Word 95 is refused as old', () => {
  const change = (file: Buffer) => {
    file.writeUInt16LE(0xc0, 2);
  };
  expect(() => open({ change })).toThrow('Word 95');
});

test.each<[string, (file: Buffer, table: Buffer) => void]>([
  ['another mark', (file) => file.writeUInt16LE(0xa5ed, 0)],
  ['too long a text', (file) => file.writeUInt32LE(10_000_001, 0x4c)],
  ['no list of pieces', (file) => file.writeUInt32LE(0, 0x1a6)],
  ['a list of pieces that begins with something else', (_file, table) => table.fill(3)],
])('a document with %s is broken', (_name, change) => {
  expect(() => open({ change })).toThrow(BROKEN);
});

test('a piece that ends behind the end of the file is broken, one that ends there is not', () => {
  const container = aDocument({ pieces: [{ text: 'ab', isNarrow: true }, { text: '甲\r' }] });
  const file = container.stream('WordDocument') ?? new PlainBytes(0);
  const openCut = (length: number) =>
    openDocument({
      ...container,
      stream: (name) => (name === 'WordDocument' ? file.subarray(0, length) : container.stream(name)),
    });
  expect(openCut(file.length).pieces).toHaveLength(2);
  expect(() => openCut(file.length - 1)).toThrow(BROKEN);
});

test('a container without a document, or with a short one, is broken', () => {
  for (const length of [0, 0x1ff]) {
    const file = new PlainBytes(length);
    const whole = aDocument({ pieces: [{ text: '\r' }] }).stream('WordDocument');
    if (whole) file.set(whole.subarray(0, length));
    expect(() => openDocument({ stream: () => file, hasMacros: false })).toThrow(BROKEN);
  }
  expect(() => openDocument({ stream: () => undefined, hasMacros: false })).toThrow(BROKEN);
});

test('the longest text that is read has ten million characters', () => {
  const change = (file: Buffer) => {
    file.writeUInt32LE(10_000_000, 0x4c);
  };
  expect(open({ change }).pieces.map(({ text }) => text)).toEqual(['甲乙\r']);
});
