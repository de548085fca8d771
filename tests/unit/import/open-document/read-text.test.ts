import { expect, test } from 'vitest';
import type { OpenStyle } from '../../../../src/import/open-document/read-styles.ts';
import { readOpenText } from '../../../../src/import/open-document/read-text.ts';
import { readElement } from '../../../../src/import/read-xml.ts';
import { must } from '../../../../src/record/must.ts';

const STYLES = new Map<string, OpenStyle>([
  ['struck', { struck: true }],
  ['plain', { struck: false, place: '' }],
  ['hidden', { hidden: true }],
  ['super', { place: 'super' }],
  ['sub', { place: 'sub' }],
]);
const elementOf = (xml: string, name: string) =>
  must(readElement(`<a xmlns:text="t" xmlns:draw="d" xmlns:office="o">${xml}</a>`, name));
/** The text of a cell. */
const read = (content: string, format?: OpenStyle) => {
  const { tables, ...reading } = readOpenText(elementOf(`<cell>${content}</cell>`, 'cell'), STYLES, format);
  return { ...reading, tables: tables.length };
};
const plain = (text: string) => ({ text, remarks: [], faults: [], tables: 0 });
const span = (text: string, style: string) => `<text:span text:style-name="${style}">${text}</text:span>`;

test('paragraphs and headings are lines, and white space is a space', () => {
  expect(read('<text:p>甲\n  乙</text:p><text:h>丙</text:h><text:p>丁</text:p>')).toEqual(
    plain('甲 乙\n丙\n丁'),
  );
});

test.each(['span', 'a', 'section', 'ruby', 'ruby-base', 'meta', 'meta-field', 'bookmark-ref', 'text-box'])(
  'the text of the element %s is that of its children',
  (name) => {
    expect(read(`<text:p>甲<text:${name}>乙</text:${name}>丙</text:p>`)).toEqual(plain('甲乙丙'));
  },
);

test('an element that is not listed has no text', () => {
  expect(read('<text:p>甲<text:ruby-text>乙</text:ruby-text>丙</text:p>')).toEqual(plain('甲丙'));
});

test('a paragraph between tables is read as a cell is', () => {
  for (const name of ['p', 'h'])
    expect(
      readOpenText(elementOf(`<text:${name}>甲${span('乙', 'struck')}</text:${name}>`, name), STYLES),
    ).toMatchObject({ text: '甲', remarks: ['有删除线的文字没有读入：“乙”'] });
});

test.each([
  ['a space', '甲<text:s/>乙', '甲 乙'],
  ['spaces', `甲<text:s text:c="3"/>乙`, '甲 乙'],
  ['very many spaces', '甲<text:s text:c="9999999999"/>乙', '甲 乙'],
  ['a tab', '甲<text:tab/>乙', '甲 乙'],
  ['a break of a line', '甲<text:line-break/>乙', '甲\n乙'],
])('%s is read as it is printed', (_name, content, text) => {
  expect(read(`<text:p>${content}</text:p>`)).toEqual(plain(text));
});

test.each([
  ['struck', '有删除线的文字没有读入：“乙”'],
  ['hidden', '隐藏的文字没有读入：“乙”'],
])('%s text is left out and named, unless it is blank', (style, remark) => {
  expect(read(`<text:p>甲${span('乙', style)}</text:p>`)).toEqual({ ...plain('甲'), remarks: [remark] });
  expect(read(`<text:p>甲${span(' ', style)}</text:p>`)).toEqual(plain('甲'));
});

test('the format of a cell is that of its text, which may say otherwise', () => {
  const { text, remarks } = read(`<text:p>旧${span('新', 'plain')}${span('又', 'other')}</text:p>`, {
    struck: true,
  });
  expect([text, remarks]).toEqual(['新', ['有删除线的文字没有读入：“旧”', '有删除线的文字没有读入：“又”']]);
});

test('raised and lowered digits are read as such, other characters are named', () => {
  expect(read(`<text:p>10${span('3', 'super')} CO${span('2', 'sub')}</text:p>`)).toEqual(plain('10³ CO₂'));
  expect(read(`<text:p>甲${span('注', 'super')}</text:p>`)).toEqual({
    ...plain('甲注'),
    remarks: ['上标或下标“注”按普通文字读入，请对照原件'],
  });
});

test.each([
  [
    'a comment',
    '<office:annotation><text:p>请</text:p><text:p>核对</text:p></office:annotation>',
    { remarks: ['有批注，没有读入：“请核对”'] },
  ],
  ['a footnote', '<text:note><text:p>注</text:p></text:note>', { remarks: ['有脚注或尾注，没有读入'] }],
  ['a drawing', '<draw:frame><text:p>图</text:p></draw:frame>', { remarks: ['有图片或文本框，没有读入'] }],
  [
    'a picture in the line',
    '<draw:frame text:anchor-type="as-char"/>',
    { faults: ['有一张图片或一个公式，读不出；请改成文字'] },
  ],
  [
    'an equation',
    '<draw:frame text:anchor-type="paragraph"><draw:object/></draw:frame>',
    { faults: ['有一张图片或一个公式，读不出；请改成文字'] },
  ],
  ['a table', '<text:table><text:p>内</text:p></text:table>', { tables: 1 }],
])('%s is named, and its text is not read', (_name, content, named) => {
  expect(read(`<text:p>甲${content}乙</text:p>`)).toEqual({ ...plain('甲乙'), ...named });
});

test('a list is an error: its numbers are not in the file', () => {
  expect(read('<text:list><text:p>甲</text:p></text:list>')).toEqual({
    ...plain(''),
    faults: ['有自动编号或项目符号，读不出；请改成手工输入的编号'],
  });
});
