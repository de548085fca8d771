import { expect, test } from 'vitest';
import { readElement } from '../../../../src/import/read-xml.ts';
import { must } from '../../../../src/record/must.ts';
import { readRichText, type FontFormat } from '../../../../src/import/workbook/read-rich-text.ts';

const run = (text: string, format = '') =>
  `<r>${format === '' ? '' : `<rPr>${format}</rPr>`}<t xml:space="preserve">${text}</t></r>`;
const read = (content: string, font?: FontFormat) =>
  readRichText(must(readElement(`<si>${content}</si>`, 'si') ?? undefined), font);
const UP = '<vertAlign val="superscript"/>';

test.each([
  ['10³人次', [run('10'), run('3', UP), run('人次')], []],
  ['CO₂', [run('CO'), run('2', '<vertAlign val="subscript"/>')], []],
  ['≥98%', [run('≥90%', '<strike/>'), run('≥98%')], ['有删除线的文字没有读入：“≥90%”']],
  ['1st&', [run('1'), run('st', UP), run('&amp;')], ['上标或下标“st”按普通文字读入，请对照原件']],
])('reads %s', (text, runs, remarks) => {
  expect(read(runs.join(''))).toEqual({ text, remarks });
});

test('a text of plain or bold runs is the library’s', () => {
  expect(read(run('甲', '<b/>') + run('乙'))).toBeNull();
});

test('a string without runs has the format of its cell', () => {
  const font = { struck: true, place: '' };
  expect(read('<t>旧</t>', font)).toEqual({ text: '', remarks: ['有删除线的文字没有读入：“旧”'] });
  expect(read('<t>新</t>')).toBeNull();
});

test('how a word is pronounced is no part of the text', () => {
  expect(read(`${run('10')}${run('3', UP)}<rPh><t>san</t></rPh>`)?.text).toBe('10³');
});
