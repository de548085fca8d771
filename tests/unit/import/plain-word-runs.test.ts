import { expect, test } from 'vitest';
import { plainWordRuns } from '../../../src/import/plain-word-runs.ts';

const run = (content: string, format = '') =>
  `<w:r>${format === '' ? '' : `<w:rPr>${format}</w:rPr>`}${content}</w:r>`;
const text = (words: string) => `<w:t xml:space="preserve">${words}</w:t>`;

/** The words of the plain runs, and the remarks. */
function read(document: string) {
  const remarks: string[] = [];
  const plain = plainWordRuns(document, remarks);
  return [[...plain.matchAll(/<w:t\b[^>]*>([^<]*)</g)].map(([, words]) => words).join(''), ...remarks];
}

test.each([
  ['an equation', '<m:oMath><m:r><m:t>≥60</m:t></m:r></m:oMath>' + run(text('万页')), ['≥60万页']],
  [
    'a power',
    '<m:oMath><m:sSup><m:e><m:r><m:t>10</m:t></m:r></m:e><m:sup><m:r><m:t>3</m:t></m:r></m:sup></m:sSup></m:oMath>',
    ['10³'],
  ],
  ['a symbol', run('<w:sym w:font="Symbol" w:char="F0B3"/>') + run(text('3')), ['≥3']],
  ['a symbol of another font', run('<w:sym w:font="宋体" w:char="2264"/>'), ['≤']],
  ['a character of the font Symbol', run(text('\uf0b3'), '<w:rFonts w:ascii="Symbol"/>'), ['≥']],
  ['a raised digit', run(text('10')) + run(text('3'), '<w:vertAlign w:val="superscript"/>'), ['10³']],
  [
    'struck text',
    run(text('≥90%'), '<w:strike/>') + run(text('≥98%')),
    ['≥98%', '有删除线的文字没有读入：“≥90%”'],
  ],
  ['hidden text', run(text('3'), '<w:vanish/>') + run(text('4')), ['4', '隐藏的文字没有读入：“3”']],
  ['text whose strike is off', run(text('3'), '<w:strike w:val="0"/>'), ['3']],
  [
    'a character of an unknown font',
    run(text('\uf0fe')),
    ['\uf0fe', '有一个字体“未写明”的符号，照原样读入，请对照原件'],
  ],
])('reads %s', (_name, document, expected) => {
  expect(read(document)).toEqual(expected);
});

test('leaves tick boxes to the library', () => {
  const box = run('<w:sym w:font="Wingdings" w:char="F0FE"/>');
  expect(plainWordRuns(box, [])).toBe(box);
});

test('refuses a symbol and an equation without plain text', () => {
  expect(() => plainWordRuns(run('<w:sym w:font="Symbol" w:char="F0AA"/>'), [])).toThrow(
    '符号（F0AA）读不出',
  );
  const fraction = '<m:oMath><m:f><m:num><m:t>1</m:t></m:num><m:den><m:t>2</m:t></m:den></m:f></m:oMath>';
  expect(() => plainWordRuns(fraction, [])).toThrow('公式“12”不是一行文字');
});
