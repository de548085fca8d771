import { expect, test } from 'vitest';
import { readElement } from '../../../../src/import/read-xml.ts';
import { Numbering } from '../../../../src/import/word/numbering.ts';
import { readParagraph } from '../../../../src/import/word/read-paragraph.ts';
import { readStyles } from '../../../../src/import/word/read-styles.ts';
import type { WordContext } from '../../../../src/import/word/word-context.ts';
import { must } from '../../../../src/record/must.ts';

const LIST =
  '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>';
const NUMBERING = `<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="0">${LIST}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`;
const style = (id: string, content: string) => `<w:style w:styleId="${id}">${content}</w:style>`;
const STYLES = `<w:styles xmlns:w="w">${[
  style('listed', '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'),
  style('struck', '<w:rPr><w:strike/></w:rPr>'),
  style('symbol', '<w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr>'),
].join('')}</w:styles>`;

/** A paragraph with what was said of it. */
function read(content: string, properties = '') {
  const context: WordContext = {
    ...{ numbering: new Numbering(NUMBERING), styles: readStyles(STYLES) },
    ...{ place: '这里', remarks: [], faults: [] },
  };
  const xml = `<w:p xmlns:w="w" xmlns:m="m" xmlns:mc="mc" xmlns:wp="wp"><w:pPr>${properties}</w:pPr>${content}</w:p>`;
  const { text, hasPicture } = readParagraph(must(readElement(xml, 'p')), context);
  return { text, hasPicture, remarks: context.remarks, faults: context.faults };
}
const plain = (text: string) => ({ text, hasPicture: false, remarks: [], faults: [] });
const run = (content: string, format = '') => `<w:r><w:rPr>${format}</w:rPr>${content}</w:r>`;
const text = (words: string, format?: string) => run(`<w:t xml:space="preserve">${words}</w:t>`, format);
const mark = (type: string, content = '') => run(`<w:fldChar w:fldCharType="${type}">${content}</w:fldChar>`);
const instruction = (words: string) => run(`<w:instrText xml:space="preserve">${words}</w:instrText>`);

test.each(
  [
    ...[
      'hyperlink',
      'smartTag',
      'fldSimple',
      'customXml',
      'dir',
      'bdo',
      'ins',
      'moveTo',
      'sdt',
      'sdtContent',
    ],
    ...['ruby', 'rubyBase'],
  ].map((name) => [`w:${name}`]),
)('the text of the element %s is read', (name) => {
  expect(read(`<${name}>${text('甲')}</${name}>`)).toEqual(plain('甲'));
});

test('of what programs show in several ways the first is read', () => {
  const ways = `<mc:Choice>${text('甲')}</mc:Choice><mc:Fallback>${text('乙')}</mc:Fallback>`;
  expect(read(`<mc:AlternateContent>${ways}</mc:AlternateContent>`)).toEqual(plain('甲'));
  const inRun = '<mc:Choice><w:t>甲</w:t></mc:Choice><mc:Fallback><w:t>乙</w:t></mc:Fallback>';
  expect(read(run(`<mc:AlternateContent>${inRun}</mc:AlternateContent>`))).toEqual(plain('甲'));
});

test.each(['w:del', 'w:moveFrom', 'w:rt'])('the text of the element %s is not read', (name) => {
  expect(read(`<${name}>${text('甲')}</${name}>${text('乙')}`)).toEqual(plain('乙'));
});

test('the words of a box that nobody has filled in are not read', () => {
  const box = (properties: string) =>
    `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${text('单击此处')}</w:sdtContent></w:sdt>`;
  expect(read(box('<w:showingPlcHdr/>') + text('甲'))).toEqual(plain('甲'));
  expect(read(box(''))).toEqual(plain('单击此处'));
});

test.each([
  ['<w:tab/>', ' '],
  ['<w:ptab/>', ' '],
  ['<w:br/>', '\n'],
  ['<w:cr/>', '\n'],
  ['<w:noBreakHyphen/>', '-'],
  ['<w:softHyphen/>', ''],
  [
    '<w:ruby><w:rt><w:r><w:t>yi</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>乙</w:t></w:r></w:rubyBase></w:ruby>',
    '乙',
  ],
])('%s is printed as “%s”', (part, shown) => {
  expect(read(run(`<w:t>甲</w:t>${part}<w:t>丙</w:t>`))).toEqual(plain(`甲${shown}丙`));
});

test('struck and hidden texts are gathered from all runs, and named unless they are blank', () => {
  expect(read(text('甲', '<w:strike/>') + text('乙') + text('丙', '<w:dstrike/>'))).toEqual({
    ...plain('乙'),
    remarks: ['这里：有删除线的文字没有读入：“甲丙”'],
  });
  expect(read(text('甲', '<w:vanish/>') + text('丙', '<w:vanish/><w:strike/>'))).toEqual({
    ...plain(''),
    remarks: ['这里：隐藏的文字没有读入：“甲丙”'],
  });
  expect(read(text(' ', '<w:strike/>') + text(' ', '<w:vanish/>'))).toEqual(plain(''));
});

test('a run may take back what the style of its paragraph says', () => {
  const { text: shown, remarks } = read(
    text('新', '<w:strike w:val="0"/>') + text('旧'),
    '<w:pStyle w:val="struck"/>',
  );
  expect([shown, remarks]).toEqual(['新', ['这里：有删除线的文字没有读入：“旧”']]);
});

test('a paragraph is numbered by its list, or that of its style', () => {
  const numbers = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';
  expect(read(text('甲'), numbers).text).toMatch(/^1\. ?甲$/);
  expect(read(text('甲'), '<w:pStyle w:val="listed"/>').text).toMatch(/^1\. ?甲$/);
  expect(read('', numbers).text).toMatch(/^1\. ?$/);
});

test('a paragraph that shows nothing has no number', () => {
  const listed = '<w:pStyle w:val="listed"/>';
  expect(read(text('甲', '<w:strike/>'), listed).text).toBe('');
  expect(read(text('甲', '<w:vanish/>'), listed).text).toBe('');
});

test('a symbol has the font that it names, or that of its run', () => {
  expect(read(run('<w:sym w:font="Symbol" w:char="F0B3"/>')).text).toBe('≥');
  expect(read(run('<w:sym w:char="F0B3"/>', '<w:rFonts w:ascii="Symbol"/>')).text).toBe('≥');
  expect(read(run('<w:sym w:char="F0B3"/>', '<w:rStyle w:val="symbol"/>')).text).toBe('≥');
  expect(read(run('<w:sym w:char="B3"/>', '<w:rFonts w:ascii="Symbol"/>')).text).toBe('≥');
});

test.each([
  ['<w:sym w:char="00AA"/>', '未写明', '00AA'],
  ['<w:sym w:font="Symbol" w:char="x"/>', 'Symbol', '0000'],
  ['<w:t>\uf0ff</w:t>', '未写明', 'F0FF'],
  ['<w:t>\uf000</w:t>', '未写明', 'F000'],
])('the symbol %s can not be read', (part, font, code) => {
  expect(read(run(part))).toEqual({
    ...plain(''),
    faults: [`这里：有一个字体“${font}”的符号（${code}）读不出；请在 Word 里改成普通文字`],
  });
});

test('of a field the result is shown, not its instruction, nor a field in that', () => {
  const inner = mark('begin') + instruction('PAGE') + mark('separate') + text('7') + mark('end');
  expect(
    read(
      mark('begin') +
        text('甲') +
        instruction('IF') +
        inner +
        mark('separate') +
        text('乙') +
        mark('end') +
        text('丙'),
    ),
  ).toEqual(plain('乙丙'));
  expect(read(mark('end') + mark('separate') + text('甲'))).toEqual(plain('甲'));
});

test.each([' EQ \\x', 'eq \\f(1,2)'])('a field that draws, %s, is an error', (words) => {
  expect(read(mark('begin') + instruction(words) + mark('end')).faults).toEqual([
    `这里：域“${words.trim()}”画出的字符读不出；请在 Word 里改成文字`,
  ]);
});

test.each(['EQUAL', 'NOT EQ'])('a field that is called %s draws nothing', (words) => {
  expect(read(mark('begin') + instruction(words) + mark('end'))).toEqual(plain(''));
});

test('the instruction of a field may be in pieces', () => {
  const field = mark('begin') + instruction('E') + instruction('Q') + mark('separate') + mark('end');
  expect(read(field).faults).toHaveLength(1);
});

test.each([
  ['<w:checked/>', '☑'],
  ['<w:checked w:val="1"/>', '☑'],
  ['<w:checked w:val="0"/>', '☐'],
  ['<w:checked w:val="false"/>', '☐'],
  ['<w:checked w:val="off"/><w:default w:val="1"/>', '☐'],
  ['<w:default w:val="1"/>', '☑'],
  ['', '☐'],
])('a box to tick with %s is printed as %s', (state, shown) => {
  expect(read(mark('begin', `<w:ffData><w:checkBox>${state}</w:checkBox></w:ffData>`) + mark('end'))).toEqual(
    plain(shown),
  );
});

test.each(['footnoteReference', 'endnoteReference'])('a %s is named', (name) => {
  expect(read(run(`<w:t>甲</w:t><w:${name}/>`))).toEqual({
    ...plain('甲'),
    remarks: ['这里：有脚注或尾注，没有读入'],
  });
});

test.each(['drawing', 'pict'])('a %s outside of the line is a picture', (name) => {
  expect(read(run(`<w:${name}/>`))).toEqual({ ...plain(''), hasPicture: true });
});

test('a box of text is named with its words, in whatever it is drawn', () => {
  for (const name of ['drawing', 'pict', 'object'])
    expect(
      read(run(`<w:${name}><w:txbxContent>${text('甲')}${text('乙')}</w:txbxContent></w:${name}>`)),
    ).toEqual({ ...plain(''), remarks: ['这里：文本框里的文字没有读入：“甲乙”'] });
});

test('an object, and a picture in the line, may be an equation', () => {
  const faults = ['这里：有一张图片或一个公式，读不出；请在 Word 里改成文字'];
  expect(read(run('<w:object/>'))).toEqual({ ...plain(''), faults });
  expect(read(run('<w:drawing><wp:inline/></w:drawing>'))).toEqual({ ...plain(''), faults });
  expect(read(run('<w:object><w:txbxContent/></w:object>'))).toEqual({ ...plain(''), faults });
});

test('raised and lowered digits are read as such, other characters are named', () => {
  const at = (place: string) => `<w:vertAlign w:val="${place}"/>`;
  expect(read(text('10') + text('3', at('superscript')) + text('2', at('subscript'))).text).toBe('10³₂');
  expect(read(text('注', at('baseline')))).toEqual(plain('注'));
  expect(read(text('注', at('subscript')))).toEqual({
    ...plain('注'),
    remarks: ['这里：上标或下标“注”按普通文字读入，请对照原件'],
  });
});
