import { expect, test } from 'vitest';
import type { OldDocument } from '../../../../src/import/doc/open-document.ts';
import { readParagraphs } from '../../../../src/import/doc/read-paragraphs.ts';
import { SPRM, type Sprm } from '../../../../src/import/doc/sprms.ts';

/** A property of one byte, or of more. */
const sprm = (code: number, ...operand: number[]): Sprm => ({ code, operand: Buffer.from(operand) });

/** A text with its properties. */
type Run = string | [text: string, ...sprms: Sprm[]];

/** A document of one piece. @param paragraph Properties of its only paragraph. */
function documentOf(
  runs: readonly Run[],
  paragraph: Sprm[] = [],
  data: Buffer = Buffer.alloc(0),
): OldDocument {
  let end = 100;
  const characters = runs.map((run) => {
    const [text, ...sprms] = typeof run === 'string' ? [run] : run;
    const start = end;
    end += text.length;
    return { start, end, style: 0, sprms };
  });
  const text = runs.map((run) => (typeof run === 'string' ? run : run[0])).join('');
  return {
    ...{ pieces: [{ text, start: 100, width: 1 }], characters, data },
    paragraphs: [{ start: 100, end, style: 5, sprms: paragraph }],
    ...{ table: Buffer.alloc(0), tablePart: () => Buffer.alloc(0) },
  };
}
/** What one paragraph says. */
const read = (...runs: Run[]) => {
  const [{ text, remarks, faults } = { text: '', remarks: [], faults: [] }] = readParagraphs(
    documentOf([...runs, '\r']),
  );
  return { text, remarks, faults };
};
const plain = (text: string) => ({ text, remarks: [], faults: [] });

test('paragraphs end at their marks; that of a cell ends the cell', () => {
  const paragraphs = readParagraphs(documentOf(['甲\r乙\u0007丙\f丁']));
  expect(paragraphs.map(({ text, endsCell, style }) => [text, endsCell, style])).toEqual([
    ['甲', false, 5],
    ['乙', true, 5],
    ['丙', false, 5],
  ]);
});

test('a paragraph outside of all properties has none', () => {
  const document = { ...documentOf(['甲\r']), paragraphs: [], characters: [] };
  expect(readParagraphs(document)).toEqual([{ ...plain('甲'), endsCell: false, sprms: [], style: 0 }]);
});

test('a paragraph may go on in another piece, with characters of another width', () => {
  const strike = [sprm(SPRM.CFStrike, 1)];
  const paragraphs = readParagraphs({
    ...documentOf([]),
    pieces: [
      { text: 'a', start: 100, width: 1 },
      { text: '甲乙\r', start: 200, width: 2 },
    ],
    characters: [
      { start: 200, end: 202, style: 0, sprms: [] },
      { start: 202, end: 204, style: 0, sprms: strike },
      { start: 204, end: 206, style: 0, sprms: [] },
    ],
  });
  expect(paragraphs.map(({ text, remarks }) => [text, remarks])).toEqual([
    ['a甲', ['有删除线的文字没有读入：“乙”']],
  ]);
});

test('properties that are too long for their page are read, too', () => {
  const place = [sprm(SPRM.PHugePapx, 2, 0, 0, 0)];
  const data = Buffer.from([9, 9, 3, 0, 0x17, 0x24, 1, 0x16, 0x24, 1]);
  const sprmsOf = (bytes: Buffer) => readParagraphs(documentOf(['\r'], place, bytes))[0]?.sprms;
  expect(sprmsOf(data)).toEqual([...place, sprm(SPRM.PFTtp, 1)]);
  expect(sprmsOf(data.subarray(0, 4))).toEqual(place);
  expect(sprmsOf(data.subarray(0, 3))).toEqual(place);
});

test.each([
  ['a break of a line', '甲\v乙', '甲\n乙'],
  ['a hyphen that does not break', '甲\u001e乙', '甲-乙'],
  ['a tab', '甲\t乙', '甲\t乙'],
  ['other controls', '甲\u0003\u001f乙', '甲乙'],
  ['a bracket that is no symbol', '甲(乙', '甲(乙'],
])('%s is read as it is shown', (_name, written, shown) => {
  expect(read(written)).toEqual(plain(shown));
});

test.each([
  ['a picture', '\u0001', { faults: ['有一张图片或一个公式，读不出；请在 Word 里改成文字'] }],
  ['a drawing', '\u0008', { remarks: ['有图片或文本框，没有读入'] }],
  ['a footnote', '\u0002', { remarks: ['有脚注或尾注，没有读入'] }],
])('%s is named, and no text', (_name, mark, named) => {
  expect(read(`甲${mark}乙`)).toEqual({ ...plain('甲乙'), ...named });
});

test('a symbol of Unicode is read, one of a font is an error', () => {
  expect(read(['(', sprm(SPRM.CSymbol, 0, 0, 0x65, 0x22)])).toEqual(plain('≥'));
  expect(read('甲', ['(', sprm(SPRM.CSymbol, 7, 0, 0xb3, 0xf0)])).toEqual({
    ...plain('甲'),
    faults: ['有一个符号（F0B3）读不出；请在 Word 里改成普通文字'],
  });
  expect(read(['(', sprm(SPRM.CSymbol, 0, 0, 0xb3, 0x00)]).faults).toEqual([
    '有一个符号（00B3）读不出；请在 Word 里改成普通文字',
  ]);
  expect(read(['(', sprm(SPRM.CSymbol, 0, 0, 0x00, 0x01)])).toEqual(plain('Ā'));
});

test.each([
  ['\uf000', 'F000'],
  ['\uf0ff', 'F0FF'],
])('a character of a font, %j, is an error', (character, code) => {
  expect(read(`甲${character}`)).toEqual({
    ...plain('甲'),
    faults: [`有一个符号（${code}）读不出；请在 Word 里改成普通文字`],
  });
});

test.each([
  ['struck', SPRM.CFStrike, '有删除线的文字没有读入：“丙丁”'],
  ['struck twice', SPRM.CFDStrike, '有删除线的文字没有读入：“丙丁”'],
  ['hidden', SPRM.CFVanish, '隐藏的文字没有读入：“丙丁”'],
])('text that is %s is left out and named', (_name, code, remark) => {
  expect(read('甲', ['丙', sprm(code, 1)], '乙', ['丁', sprm(code, 1)])).toEqual({
    ...plain('甲乙'),
    remarks: [remark],
  });
  expect(read('甲', [' ', sprm(code, 1)])).toEqual(plain('甲'));
});

test('text that was deleted is left out without a word', () => {
  expect(read('甲', ['乙', sprm(SPRM.CFRMarkDel, 1), sprm(SPRM.CFStrike, 1)])).toEqual(plain('甲'));
});

test('raised and lowered digits are read as such, other characters are named', () => {
  const [up, down] = [sprm(SPRM.CIss, 1), sprm(SPRM.CIss, 2)];
  expect(read('m', ['2', up], ' CO', ['2', down])).toEqual(plain('m² CO₂'));
  expect(read('甲', ['乙', up])).toEqual({
    ...plain('甲乙'),
    remarks: ['上标或下标“乙”按普通文字读入，请对照原件'],
  });
  expect(read(['乙', sprm(SPRM.CIss, 3)])).toEqual(plain('乙'));
});

test('of a field the result is read, not the instruction', () => {
  expect(read('甲\u0013 PAGE \u00147\u0015乙')).toEqual(plain('甲7乙'));
  expect(read('甲\u0013 PAGE \u0015乙')).toEqual(plain('甲乙'));
});

test('a field within an instruction, or within a result, is read with it', () => {
  expect(read('\u0013 IF \u0013 PAGE \u00147\u0015 = 1\u0014甲\u0013 X \u0014乙\u0015\u0015丙')).toEqual(
    plain('甲乙丙'),
  );
});

test.each(['EQ \\o(甲)', ' eq \\f(1,2)', 'FORMCHECKBOX'])('a field that draws, %s, is an error', (field) => {
  const fault = `域“${field.trim()}”画出的字符读不出；请在 Word 里改成文字`;
  expect(read(`\u0013${field}\u0015`).faults).toEqual([fault]);
  expect(read(`\u0013${field}\u0014x\u0015`)).toEqual({ ...plain('x'), faults: [fault] });
});

test('a field whose name only begins so draws nothing', () => {
  expect(read('\u0013 EQUAL \u0014x\u0015')).toEqual(plain('x'));
  expect(read('\u0013 NOEQ EQ \u0014x\u0015')).toEqual(plain('x'));
});

test('the instruction of a field may be in several runs', () => {
  expect(read('\u0013 E', ['Q x', sprm(SPRM.CIss, 0)], '\u0015').faults).toEqual([
    '域“EQ x”画出的字符读不出；请在 Word 里改成文字',
  ]);
});
