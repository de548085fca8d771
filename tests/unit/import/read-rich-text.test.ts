import { expect, test } from 'vitest';
import { readRichText } from '../../../src/import/read-rich-text.ts';

const run = (text: string, format = '') =>
  `<r>${format === '' ? '' : `<rPr>${format}</rPr>`}<t xml:space="preserve">${text}</t></r>`;
const UP = '<vertAlign val="superscript"/>';

test.each([
  ['10³人次', [run('10'), run('3', UP), run('人次')], []],
  ['CO₂', [run('CO'), run('2', '<vertAlign val="subscript"/>')], []],
  ['≥98%', [run('≥90%', '<strike/>'), run('≥98%')], ['有删除线的文字没有读入：“≥90%”']],
  ['1st&', [run('1'), run('st', UP), run('&amp;')], ['上标或下标“st”按普通文字读入，请对照原件']],
])('reads %s', (text, runs, remarks) => {
  expect(readRichText(runs.join(''))).toEqual({ text, remarks });
});

test('a text of plain or bold runs is the library’s', () => {
  expect(readRichText(run('甲', '<b/>') + run('乙'))).toBeNull();
});
