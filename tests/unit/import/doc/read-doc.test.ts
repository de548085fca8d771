import { expect, test } from 'vitest';
import { readDoc } from '../../../../src/import/doc/read-doc.ts';
import { SPRM } from '../../../../src/import/doc/sprms.ts';
import { aDocument, type WrittenRun } from './a-document.ts';

/** Properties of paragraphs, as they are stored. */
const bytesOf = (code: number, ...operand: number[]) => [code & 0xff, code >> 8, ...operand];
const IN_TABLE = bytesOf(SPRM.PFInTable, 1);
const NUMBERED = bytesOf(SPRM.PIlfo, 1, 0);
const NOT_NUMBERED = bytesOf(SPRM.PIlfo, 0, 0);
const levelOf = (level: number) => bytesOf(SPRM.PItap, level, 0, 0, 0);
/** Two cells of a row. */
const ROW_END = [
  ...IN_TABLE,
  ...bytesOf(SPRM.PFTtp, 1),
  ...bytesOf(
    SPRM.TDefTable,
    7 + 40 + 1,
    0,
    2,
    0,
    0,
    0xe8,
    3,
    0xd0,
    7,
    ...Array.from({ length: 40 }, () => 0),
  ),
];

/** A paragraph: its text with its mark, and its properties. */
type Paragraph = [text: string, ...bytes: number[]];
const row = (...cells: Paragraph[]): Paragraph[] => [...cells, ['\u0007', ...ROW_END]];
const cell = (text: string, ...bytes: number[]): Paragraph => [`${text}\u0007`, ...IN_TABLE, ...bytes];

const read = (paragraphs: readonly Paragraph[], stylesheet?: Buffer) =>
  readDoc(
    aDocument({
      pieces: [{ text: paragraphs.map(([text]) => text).join('') }],
      paragraphs: paragraphs.map(([text, ...bytes]): WrittenRun => [text.length, ...bytes]),
      ...(stylesheet && { stylesheet }),
    }),
  );
const shown = (paragraphs: readonly Paragraph[], stylesheet?: Buffer) =>
  read(paragraphs, stylesheet).pieces.map((piece) =>
    piece.kind === 'text' ? piece.lines : [piece.part, ...piece.rows.map(({ cells }) => cells.join('|'))],
  );
const faultsOf = (paragraphs: readonly Paragraph[], stylesheet?: Buffer) =>
  read(paragraphs, stylesheet).pieces.flatMap((piece) =>
    piece.kind === 'table' ? piece.rows.flatMap(({ faults = [] }) => faults) : [],
  );

test('tables are numbered, and text between them is in lines', () => {
  expect(
    shown([
      ...([['标题\r'], ['\r'], ['说明\v续\r']] satisfies Paragraph[]),
      ...row(cell('甲'), cell('乙')),
      ...row(cell('丙'), cell('丁')),
      ['之间\r'],
      ...row(cell('戊'), cell('己')),
    ]),
  ).toEqual([['标题', '说明', '续'], ['第 1 张表', '甲|乙', '丙|丁'], ['之间'], ['第 2 张表', '戊|己']]);
});

test('a cell may have several paragraphs', () => {
  expect(shown([['甲\r', ...IN_TABLE], ...row(cell('乙'), cell(''))])).toEqual([['第 1 张表', '甲\n乙|']]);
});

test('a blank paragraph between tables is a text without lines', () => {
  expect(shown([...row(cell('甲'), cell('乙')), ['\r'], ...row(cell('丙'), cell('丁'))])[1]).toEqual([]);
});

test('the level of a table alone says that a paragraph is in one', () => {
  expect(shown([['甲\u0007', ...levelOf(1)], ...row(cell('乙'))])).toEqual([['第 1 张表', '甲|乙']]);
  expect(shown([['甲\r', ...levelOf(0)]])).toEqual([['甲']]);
});

test('what can not be read in a cell is named with its place', () => {
  expect(faultsOf([...row(cell('甲'), cell('\u0001'))])).toEqual([
    expect.stringMatching(/^第 1 张表第 1 行第 2 格：有一张图片/),
  ]);
  expect(read([...row(cell('甲'), cell('\u0002'))]).remarks).toEqual([
    '第 1 张表第 1 行第 2 格：有脚注或尾注，没有读入',
  ]);
});

test('what can not be read outside of tables is a remark', () => {
  expect(read([['\u0001\u0002\r']]).remarks).toEqual([
    '表格以外：有脚注或尾注，没有读入',
    expect.stringMatching(/^表格以外：有一张图片/),
  ]);
});

test('an automatic number is an error in a cell, and a remark elsewhere', () => {
  expect(faultsOf([...row(cell('甲'), cell('乙', ...NUMBERED))])).toEqual([
    '第 1 张表第 1 行第 2 格：有自动编号，读不出；请用办公软件另存为 .docx 再导入',
  ]);
  expect(read([['甲\r', ...NUMBERED], ['乙\r']]).remarks).toEqual(['表格以外：自动编号没有读入']);
});

/** A stylesheet whose first style is of numbered paragraphs. */
function numberedStyle(): Buffer {
  const style = Buffer.alloc(26);
  style.writeUInt16LE(0xfff1, 2);
  style.writeUInt16LE(1, 10);
  style.writeUInt16LE(6, 16);
  style.set(NUMBERED, 20);
  const head = Buffer.from([6, 0, 1, 0, 10, 0, 0, 0, style.length, 0]);
  return Buffer.concat([head, style]);
}

test('a style may number its paragraphs, which each may take back', () => {
  const sheet = numberedStyle();
  expect(faultsOf([...row(cell('甲'), cell('乙', ...NOT_NUMBERED))], sheet)).toEqual([
    expect.stringMatching(/^第 1 张表第 1 行第 1 格：有自动编号/),
  ]);
  expect(read([['甲\r'], ['乙\r', ...NOT_NUMBERED]], sheet).remarks).toEqual(['表格以外：自动编号没有读入']);
});

test('a table within a cell is an error', () => {
  expect(faultsOf([...row(cell('甲', ...levelOf(2)), cell('乙', ...levelOf(1)))])).toEqual([
    '第 1 张表第 1 行第 1 格：格里面还有一张表格；请在 Word 里把它移到表外，或改成文字',
  ]);
});

test('a row that is cut by the end of the table is not read', () => {
  expect(shown([...row(cell('甲'), cell('乙')), cell('丙'), ['丁\r']])).toEqual([
    ['第 1 张表', '甲|乙'],
    ['丁'],
  ]);
});
