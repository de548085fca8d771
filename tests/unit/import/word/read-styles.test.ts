import { expect, test } from 'vitest';
import { readElement } from '../../../../src/import/read-xml.ts';
import { listOf, merge, readFormat, readStyles } from '../../../../src/import/word/read-styles.ts';

const style = (id: string, base: string, content: string) =>
  `<w:style w:styleId="${id}">${base === '' ? '' : `<w:basedOn w:val="${base}"/>`}${content}</w:style>`;
const stylesOf = (...styles: string[]) => readStyles(`<w:styles xmlns:w="w">${styles.join('')}</w:styles>`);
const format = (content: string) => readFormat(readElement(`<w:rPr xmlns:w="w">${content}</w:rPr>`, 'rPr'));
const list = (content: string) => listOf(readElement(`<w:pPr xmlns:w="w">${content}</w:pPr>`, 'pPr'));

test.each([
  ['', {}],
  ['<w:strike/><w:vanish/>', { struck: true, hidden: true }],
  ['<w:dstrike/>', { struck: true }],
  ['<w:strike w:val="0"/><w:dstrike/>', { struck: false }],
  ['<w:strike w:val="false"/><w:vanish w:val="off"/>', { struck: false, hidden: false }],
  ['<w:strike w:val="1"/>', { struck: true }],
  ['<w:vertAlign w:val="superscript"/>', { place: 'superscript' }],
  ['<w:rFonts w:ascii="Symbol" w:hAnsi="宋体"/>', { font: 'Symbol' }],
  ['<w:rFonts w:hAnsi="Wingdings"/>', { font: 'Wingdings' }],
  ['<w:rFonts w:eastAsia="宋体"/>', {}],
])('%s is the format %j', (content, expected) => {
  expect(format(content)).toEqual(expected);
});

test.each([
  ['', {}],
  ['<w:numPr><w:numId w:val="3"/></w:numPr>', { list: { id: '3', level: 0 } }],
  ['<w:numPr><w:ilvl w:val="2"/><w:numId w:val="3"/></w:numPr>', { list: { id: '3', level: 2 } }],
  ['<w:numPr><w:ilvl w:val="2"/></w:numPr>', {}],
])('%s is the list %j', (content, expected) => {
  expect(list(content)).toEqual(expected);
});

test('no properties are no format', () => {
  expect([readFormat(null), listOf(null), readStyles('')]).toEqual([{}, {}, new Map()]);
});

test('what a format says goes before the one under it', () => {
  const under = { struck: true, hidden: true, place: 'subscript', font: '宋体', list: { id: '1', level: 0 } };
  const over = {
    struck: false,
    hidden: false,
    place: 'baseline',
    font: 'Symbol',
    list: { id: '2', level: 1 },
  };
  expect(merge(under, over)).toEqual(over);
  expect(merge(under, {})).toEqual(under);
  expect(merge({}, over)).toEqual(over);
});

test('a style has what the styles that it is based on say, and its own before', () => {
  const NUMBERED = '<w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr>';
  const styles = stylesOf(
    style('c', 'b', '<w:rPr><w:strike w:val="0"/></w:rPr>'),
    style('a', '', `${NUMBERED}<w:rPr><w:strike/><w:rFonts w:ascii="Symbol"/></w:rPr>`),
    style('b', 'a', '<w:rPr><w:vanish/></w:rPr>'),
    style('d', 'none', '<w:rPr><w:vanish/></w:rPr>'),
  );
  const a = { struck: true, font: 'Symbol', list: { id: '3', level: 0 } };
  expect(Object.fromEntries(styles)).toEqual({
    a,
    b: { ...a, hidden: true },
    c: { ...a, hidden: true, struck: false },
    d: { hidden: true },
  });
});

test('a circle of styles ends, and so does a long way', () => {
  const circle = stylesOf(style('a', 'b', '<w:rPr><w:strike/></w:rPr>'), style('b', 'a', ''));
  expect(circle.get('b')).toEqual({ struck: true });
  const way = Array.from({ length: 21 }, (_, at) =>
    style(String(at), at === 20 ? '' : String(at + 1), at === 20 ? '<w:rPr><w:strike/></w:rPr>' : ''),
  );
  expect([stylesOf(...way).get('1'), stylesOf(...way).get('0')]).toEqual([{ struck: true }, {}]);
});
