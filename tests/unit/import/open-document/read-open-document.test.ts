import { expect, test } from 'vitest';
import { readOpenDocument } from '../../../../src/import/open-document/read-open-document.ts';

const NAMES = 'xmlns:office="o" xmlns:table="t" xmlns:text="x" xmlns:style="s"';
const read = (body: string, kind = 'text', styles = '') =>
  readOpenDocument(
    new Map([
      [
        'content.xml',
        `<office:document ${NAMES}>${styles}<office:body><office:${kind}>${body}</office:${kind}></office:body></office:document>`,
      ],
    ]),
  );
const table = (text: string, attributes = '') =>
  `<table:table ${attributes}><table:table-row><table:table-cell><text:p>${text}</text:p></table:table-cell></table:table-row></table:table>`;
const paragraph = (text: string) => `<text:p>${text}</text:p>`;

test.each(['<manifest:encryption-data/>', '<encryption-data a="b"/>'])(
  'a file whose list of parts has %s asks for a password',
  (element) => {
    const parts = new Map([['META-INF/manifest.xml', `<a>${element}</a>`]]);
    expect(() => readOpenDocument(parts)).toThrow('密码');
  },
);

test.each([['presentation'], ['drawing']])('a %s holds no table', (kind) => {
  expect(() => read(table('甲'), kind)).toThrow('文件里没有表格');
});

test('a file without content holds none either', () => {
  expect(() => readOpenDocument(new Map())).toThrow('文件里没有表格');
});

test('tables of a text are numbered, and the text between them is in lines', () => {
  const body =
    paragraph('甲') + '<text:h>乙</text:h>' + paragraph('') + table('丙') + paragraph('丁') + table('戊');
  const { pieces, remarks } = read(body);
  expect(pieces.map((piece) => (piece.kind === 'text' ? piece.lines : piece.part))).toEqual([
    ...[['甲', '乙'], '第 1 张表', ['丁'], '第 2 张表'],
  ]);
  expect(remarks).toEqual([]);
});

test('sections are read as what is in them', () => {
  const { pieces } = read(`<text:section>${paragraph('甲')}${table('乙')}</text:section>${table('丙')}`);
  expect(pieces.map((piece) => (piece.kind === 'text' ? piece.lines : piece.part))).toEqual([
    ...[['甲'], '第 1 张表', '第 2 张表'],
  ]);
});

test('sheets have their names; those that are hidden, and blank ones, are not read', () => {
  const hidden = '<style:style style:name="h"><style:table-properties table:display="false"/></style:style>';
  const sheets = [
    table('甲', 'table:name="一"'),
    table('乙', 'table:name="二" table:style-name="h"'),
    table('', 'table:name="三"'),
  ];
  const { pieces, remarks } = read(sheets.join(''), 'spreadsheet', hidden);
  expect(pieces.map((piece) => piece.kind === 'table' && piece.part)).toEqual(['工作表“一”']);
  expect(remarks).toEqual(['工作表“二”是隐藏的，没有读入']);
});

test('what can not be read outside of tables is a remark', () => {
  const { remarks } = read(paragraph('<text:note/><text:list/>') + '<text:list/>');
  expect(remarks).toEqual([
    '表格以外：有脚注或尾注，没有读入',
    expect.stringMatching(/^表格以外：有自动编号/),
    '表格以外：有带编号的文字，没有读入',
  ]);
});

test('changes that are marked are read as accepted', () => {
  expect(read('<text:tracked-changes/>').remarks).toEqual([expect.stringMatching(/^文件里有修订痕迹/)]);
});
