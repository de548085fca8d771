import { expect, test } from 'vitest';
import { readElement } from '../../../../src/import/read-xml.ts';
import { Numbering } from '../../../../src/import/word/numbering.ts';
import { readTable } from '../../../../src/import/word/read-table.ts';
import type { WordContext } from '../../../../src/import/word/word-context.ts';
import { must } from '../../../../src/record/must.ts';

const row = (cells: string, properties = '') => `<w:tr><w:trPr>${properties}</w:trPr>${cells}</w:tr>`;
const paragraph = (words: string) => `<w:p><w:r><w:t>${words}</w:t></w:r></w:p>`;
const cell = (words: string, properties = '') =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(words)}</w:tc>`;

/** The tables of a table, with what was said of them. @param parts Names of those before. */
function read(rows: string, parts: string[] = []) {
  const context: WordContext = {
    ...{ numbering: new Numbering(''), styles: new Map(), place: '', remarks: [], faults: [] },
  };
  const xml = `<w:tbl xmlns:w="w" xmlns:mc="mc">${rows}</w:tbl>`;
  const pieces = readTable(must(readElement(xml, 'tbl')), context, parts);
  const tables = pieces.flatMap((piece) => (piece.kind === 'table' ? [piece] : []));
  return { tables, parts, remarks: context.remarks };
}
const cellsOf = (rows: string) => read(rows).tables[0]?.rows.map(({ cells }) => cells.join('|'));

test('a table has the next number, and its rows have their places', () => {
  const { tables, parts } = read(row(cell('甲')) + row(cell('乙')), ['第 1 张表']);
  expect(parts).toEqual(['第 1 张表', '第 2 张表']);
  expect(tables).toEqual([
    {
      ...{ kind: 'table', part: '第 2 张表', merges: [] },
      rows: [
        { origin: { part: '第 2 张表', row: 1 }, cells: ['甲'], faults: [] },
        { origin: { part: '第 2 张表', row: 2 }, cells: ['乙'], faults: [] },
      ],
    },
  ]);
});

test.each(['w:sdt', 'w:sdtContent', 'w:customXml', 'w:ins', 'w:moveTo', 'mc:AlternateContent', 'mc:Choice'])(
  'rows, cells and paragraphs in the element %s are read',
  (name) => {
    const within = (content: string) => `<${name}>${content}</${name}>`;
    const inner = `<w:tc>${within(paragraph('丙'))}${paragraph('丁')}</w:tc>`;
    expect(cellsOf(within(row(within(cell('甲')) + cell('乙'))) + row(inner))).toEqual(['甲|乙', '丙\n丁|']);
  },
);

test('rows, cells and paragraphs in other elements are not read', () => {
  const within = (content: string) => `<w:del>${content}</w:del>`;
  expect(cellsOf(within(row(cell('甲'))) + row(within(cell('乙')) + cell('丙')))).toEqual(['丙']);
  expect(cellsOf(row(`<w:tc>${within(paragraph('甲'))}${paragraph('乙')}</w:tc>`))).toEqual(['乙']);
});

test('rows that are hidden are named with their text, those that were deleted are not', () => {
  const rows = row(cell('甲') + cell('乙'), '<w:hidden/>') + row(cell(''), '<w:hidden/>');
  const { tables, remarks } = read(
    rows + row(cell('丙'), '<w:del/>') + row(cell('丁'), '<w:hidden w:val="0"/>'),
  );
  expect(tables[0]?.rows).toMatchObject([{ cells: ['丁'], origin: { row: 4 } }]);
  expect(remarks).toEqual(['第 1 张表第 1 行是隐藏的，没有读入：“甲乙”']);
});

test('columns that a row leaves free before and after its cells are blank', () => {
  const free = '<w:gridBefore w:val="2"/><w:gridAfter w:val="1"/>';
  expect(cellsOf(row(cell('甲'), free) + row(cell('乙')))).toEqual(['||甲|', '乙|||']);
});

test.each(['0', '-1', '1.5', 'x', ''])('a span of “%s” is one column', (span) => {
  expect(cellsOf(row(cell('甲', `<w:gridSpan w:val="${span}"/>`) + cell('乙')))).toEqual(['甲|乙']);
});

test('a row has at most two hundred columns', () => {
  const { tables } = read(row(cell('甲', '<w:gridSpan w:val="999"/>') + cell('乙')));
  expect(tables[0]?.rows[0]?.cells.length).toBe(200);
  expect(tables[0]?.merges).toEqual([{ row: 0, column: 0, rows: 1, columns: 200 }]);
});

test('cells that continue a merged one are blank, and named where they have a text', () => {
  const { tables, remarks } = read(
    row(
      cell('甲', '<w:vMerge w:val="restart"/>') +
        cell('乙', '<w:hMerge w:val="restart"/>') +
        cell('', '<w:hMerge/>'),
    ) + row(cell('丙', '<w:vMerge/>') + cell('丁') + cell('', '<w:hMerge w:val="continue"/>')),
  );
  expect(tables[0]?.rows.map(({ cells }) => cells)).toEqual([
    ['甲', '乙', ''],
    ['', '丁', ''],
  ]);
  expect(tables[0]?.merges).toEqual([
    { row: 0, column: 0, rows: 2, columns: 1 },
    { row: 0, column: 1, rows: 1, columns: 2 },
    { row: 1, column: 1, rows: 1, columns: 2 },
  ]);
  expect(remarks).toEqual(['第 1 张表第 2 行第 1 格：在合并的单元格下面，看不见，没有读入：“丙”']);
});

test('a picture beside a text is named, one alone is an error', () => {
  const picture = '<w:p><w:r><w:pict/></w:r></w:p>';
  const { tables, remarks } = read(row(`<w:tc>${picture}</w:tc><w:tc>${picture}${paragraph('甲')}</w:tc>`));
  expect(tables[0]?.rows[0]).toMatchObject({
    cells: ['', '甲'],
    faults: ['第 1 张表第 1 行第 1 格：只有一张图片，读不出；请在 Word 里改成文字'],
  });
  expect(remarks).toEqual(['第 1 张表第 1 行第 2 格：有图片，没有读入；只读了文字“甲”']);
});

test('a table without text is none, one with nothing but an error is one', () => {
  expect(read(row(cell(''))).tables).toEqual([]);
  expect(read(row('<w:tc><w:p><w:r><w:pict/></w:r></w:p></w:tc>')).tables).toHaveLength(1);
});

test('a table in a cell is read after the table around it, with errors of its own', () => {
  const sym = '<w:p><w:r><w:sym w:char="00AA"/></w:r></w:p>';
  const inner = `<w:tbl>${row(cell('一') + cell('二') + cell('三') + cell('四') + cell('五'))}${row(`<w:tc>${sym}</w:tc>`)}</w:tbl>`;
  const { tables } = read(row(`<w:tc>${inner}</w:tc><w:tc>${sym}</w:tc>`) + row(cell('甲')));
  expect(tables.map(({ part, rows }) => [part, rows.map(({ faults }) => faults?.length)])).toEqual([
    ['第 1 张表', [2, 0]],
    ['第 2 张表', [0, 1]],
  ]);
  expect(tables[0]?.rows[0]?.faults?.[0]).toBe(
    '第 1 张表第 1 行第 1 格：格里面还有一张表格（“一、二、三、四”）；请在 Word 里把它移到表外，或改成文字',
  );
});
