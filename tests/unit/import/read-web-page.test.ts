import { expect, test } from 'vitest';
import { readWebPage } from '../../../src/import/read-web-page.ts';

function readCell(content: string) {
  const { pieces, remarks } = readWebPage(`<table><tr><td>甲</td><td>${content}</td></tr></table>`);
  const [row] = pieces.flatMap((piece) => (piece.kind === 'table' ? piece.rows : []));
  return { text: row?.cells[1], remarks, faults: row?.faults };
}
const HERE = '第 1 张表第 1 行第 2 格：';

test.each([
  ['raised digits', '10<sup>3</sup>人次', '10³人次'],
  ['lowered digits', 'CO<sub>2</sub>', 'CO₂'],
  ['ticked and empty boxes', '<input type="checkbox" checked>是 <input type="checkbox">否', '☑是 ☐否'],
  ['lines', '<p>1.甲</p><p>2.乙<br>3.丙</p>', '1.甲\n2.乙\n3.丙'],
  ['characters without width', '≥\u200b98%', '≥98%'],
])('a cell keeps %s', (_name, content, text) => {
  expect(readCell(content)).toEqual({ text, remarks: [], faults: [] });
});

test.each([
  ['struck text', '<del>≥90%</del>≥98%', '≥98%', '有删除线的文字没有读入：“≥90%”'],
  [
    'text with a line through it',
    '<span style="text-decoration: line-through">9</span>8',
    '8',
    '有删除线的文字没有读入：“9”',
  ],
  ['hidden text', '<span style="display:none">9</span>8', '8', '隐藏的文字没有读入：“9”'],
  ['text of no size', '<span style="font-size: 0">9</span>8', '8', '隐藏的文字没有读入：“9”'],
  [
    'text hidden by its class',
    '<style>p, .h { color: red; visibility: hidden }</style><span class="a h">9</span>8',
    '8',
    '隐藏的文字没有读入：“9”',
  ],
  ['a raised word', '98%<sup>注</sup>', '98%注', '上标或下标“注”按普通文字读入，请对照原件'],
  ['a picture beside text', '盖章<img src="a.png">', '盖章', '有图片，没有读入；只读了文字“盖章”'],
])('a cell names %s', (_name, content, text, remark) => {
  expect(readCell(content)).toEqual({ text, remarks: [HERE + remark], faults: [] });
});

test.each([
  '<style>@media print { .h { display: none } }</style><span class="h">98</span>',
  '<style>.a .h { display: none }</style><span class="h">98</span>',
  '<style>.h { font-size: 0.8em }</style><span class="h">98</span>',
])('text that a style may show is read: %s', (content) => {
  expect(readCell(content)).toEqual({ text: '98', remarks: [], faults: [] });
});

test('a cell of a picture alone is an error', () => {
  expect(readCell('<img src="a.png">').faults).toEqual([`${HERE}只有一张图片，读不出；请改成文字`]);
});

/** Lines of text, and for each table its name and its rows. */
const shown = (html: string) =>
  readWebPage(html).pieces.map((piece) =>
    piece.kind === 'text' ? piece.lines : [piece.part, ...piece.rows.map(({ cells }) => cells.join('|'))],
  );
const table = (...rows: string[]) => `<table>${rows.map((row) => `<tr>${row}</tr>`).join('')}</table>`;

test('the text between tables is in the lines that a browser shows', () => {
  expect(
    shown(`<title>题</title><h1>甲</h1>乙<b>丙</b>\n丁<br>戊<p>己</p>庚${table('<td>辛')}<p>壬</p>`),
  ).toEqual([['甲', '乙丙 丁', '戊', '己', '庚'], ['第 1 张表', '辛'], ['壬']]);
});

test('a line end in the code of a page is a space', () => {
  expect(shown('甲\n<b>乙</b>\n丙<p>丁\n</p>\n戊')).toEqual([['甲 乙 丙', '丁', '戊']]);
});

test('what is hidden, and what is no text of the page, is not read', () => {
  expect(shown('甲<p hidden>乙</p><script>丙</script><select><option>丁</select>戊')).toEqual([['甲戊']]);
});

test('a caption of a table is a line above it', () => {
  expect(shown('甲<table><caption>项目<br>绩效</caption><tr><td>乙</table>')).toEqual([
    ['甲', '项目 绩效'],
    ['第 1 张表', '乙'],
  ]);
});

test('tables that hold tables lay the page out: the innermost ones are read', () => {
  expect(shown(table(`<td>甲</td><td><div>${table('<td>乙')}</div></td>`) + table('<td>丙'))).toEqual([
    ['甲'],
    ['第 1 张表', '乙'],
    [],
    ['第 2 张表', '丙'],
  ]);
});

test('a table without text is none, but has its number', () => {
  expect(shown(table('<td> </td>') + table('<td>甲'))).toEqual([[], ['第 2 张表', '甲']]);
});

test('rows of all parts of a table are read, and headings are cells', () => {
  expect(
    shown(
      '<table><thead><tr><th>甲<td>乙</thead><tbody><tr><td>丙</tbody><tfoot><tr><td>丁<td>戊<td>己</tfoot></table>',
    ),
  ).toEqual([[], ['第 1 张表', '甲|乙|', '丙||', '丁|戊|己']]);
});

test('a merged cell covers columns and rows, as far as there are any', () => {
  const { pieces } = readWebPage(
    table('<td colspan=2 rowspan=2>甲<td>乙', '<td rowspan=9>丙', '<td>丁<td colspan=0>戊<td>己'),
  );
  expect(pieces.slice(1)).toMatchObject([
    {
      rows: [
        { cells: ['甲', '', '乙', ''], origin: { part: '第 1 张表', row: 1 } },
        { cells: ['', '', '丙', ''], origin: { part: '第 1 张表', row: 2 } },
        { cells: ['丁', '戊', '', '己'], origin: { part: '第 1 张表', row: 3 } },
      ],
      merges: [
        { row: 0, column: 0, rows: 2, columns: 2 },
        { row: 1, column: 2, rows: 2, columns: 1 },
      ],
    },
  ]);
});

test('a cell covers at most two hundred columns', () => {
  const [, piece] = readWebPage(table('<td colspan=999>甲<td>乙')).pieces;
  expect(piece?.kind === 'table' && piece.rows[0]?.cells.length).toBe(201);
});

test('hidden rows and cells are named, unless they are blank, and are no part of the table', () => {
  const { pieces, remarks } = readWebPage(
    table('<td hidden>甲<td>乙<td hidden>', '<td>丙', '<td>丁').replace('<tr><td>丙', '<tr hidden><td>丙'),
  );
  expect(remarks).toEqual([
    '第 1 张表第 1 行有一格是隐藏的，没有读入：“甲”',
    '第 1 张表第 2 行是隐藏的，没有读入：“丙”',
  ]);
  expect(pieces.slice(1)).toMatchObject([
    { rows: [{ cells: ['乙'] }, { cells: ['丁'], origin: { row: 3 } }], merges: [] },
  ]);
});

test('a page says that it is one', () => {
  expect(readWebPage('')).toEqual({ pieces: [], remarks: [], isPage: true });
});
