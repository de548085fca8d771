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
