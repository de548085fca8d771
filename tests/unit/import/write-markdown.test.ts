import { expect, test } from 'vitest';
import type { ImportedPiece, ImportedTable } from '../../../src/import/imported.ts';
import { writeMarkdown } from '../../../src/import/write-markdown.ts';

const table = (rows: string[][], own: Partial<ImportedTable> = {}): ImportedTable => ({
  kind: 'table',
  part: '表',
  rows: rows.map((cells, index) => ({ origin: { part: '表', row: index + 11 }, cells })),
  ...own,
});
const bodyOf = (...pieces: ImportedPiece[]) => writeMarkdown(pieces, {}).text.trim().split('\n');

test('a table is written without blank rows and columns around it, each row with its origin', () => {
  const rows = [
    ['', '甲', '', '乙', ''],
    ['', '', '', '', ''],
    ['', '', '丙', '', ''],
  ];
  const { text, origins, starts } = writeMarkdown([table(rows)], {});
  expect(text).toBe('| 甲 |  | 乙 |\n| --- | --- | --- |\n|  | 丙 |  |\n');
  expect(origins).toEqual(
    new Map([
      [1, { part: '表', row: 11 }],
      [3, { part: '表', row: 13 }],
    ]),
  );
  expect(starts).toEqual([]);
});

test.each([
  ['a table of one column has two', [['甲'], ['乙']], ['| 甲 |', '| --- |', '| 乙 |']],
  ['a table of one column among blank ones', [['', '甲', '']], ['| 甲 |  |', '| --- | --- |']],
  [
    'signs of a table and line ends',
    [['甲|乙', '丙\n丁\t戊']],
    ['| 甲\\|乙 | 丙<br>丁 戊 |', '| --- | --- |'],
  ],
  ['a table without text', [['', '']], ['']],
])('%s', (_name, rows, lines) => {
  expect(bodyOf(table(rows))).toEqual(lines);
});

test('lines are paragraphs; titles are headings, and signs of Markdown are no signs', () => {
  const lines = [
    '项目绩效目标表',
    '甲\t乙',
    '- 丙',
    '#丁',
    '1. 戊',
    '12) 己',
    '1.5',
    '|a',
    '`a',
    '<a',
    '~a',
    '庚---',
  ];
  expect(bodyOf({ kind: 'text', lines }).filter((line) => line !== '')).toEqual([
    '## 项目绩效目标表',
    '甲 乙',
    ...['\\- 丙', '\\#丁', '\\1. 戊', '\\12) 己', '\\1.5', '\\|a', '\\`a', '\\<a', '\\~a', '庚---'],
  ]);
});

test('a title in the rows is a heading, on one line, at its row', () => {
  const own = table([
    ['项目绩效\n目标表', ''],
    ['单位：万元', ''],
    ['项目名称', '河道清淤'],
  ]);
  const { text, origins } = writeMarkdown([own], {});
  expect(text.split('\n')).toEqual([
    '## 项目绩效 目标表',
    '',
    '单位：万元',
    '',
    '| 项目名称 | 河道清淤 |',
    '| --- | --- |',
    '',
  ]);
  expect([...origins].map(([line, { row }]) => [line, row])).toEqual([
    [1, 11],
    [3, 12],
    [5, 13],
  ]);
});

test('lines of a page have its number, and each original its first line', () => {
  const page = { part: '第 3 页', row: null };
  const pieces: ImportedPiece[] = [
    { kind: 'text', lines: ['甲', '乙'], origin: page, original: 'a.pdf' },
    table([['丙', '丁']], { original: 'a.pdf' }),
    table([['戊', '己']], { original: 'b.pdf' }),
  ];
  const { origins, starts } = writeMarkdown(pieces, { publisher: '某局' });
  expect([...origins.keys()]).toEqual([5, 7, 9, 12]);
  expect([origins.get(5), origins.get(7)]).toEqual([page, page]);
  expect(starts).toEqual([
    { line: 5, original: 'a.pdf' },
    { line: 12, original: 'b.pdf' },
  ]);
});

test('the front matter says where the rows of each table are, if its original is kept', () => {
  const merges = [{ row: 1, column: 1, rows: 1, columns: 2 }];
  const rows = [
    ['', '', ''],
    ['', '甲', '乙'],
  ];
  const { text } = writeMarkdown([table(rows, { file: 'a.original.xlsx', merges })], { publisher: '某局' });
  expect(text.split('\n---\n')[0]).toBe(
    '---\npublisher: 某局\ntables:\n  - file: a.original.xlsx\n    rows:\n      - part: 表\n        from: 12\n        to: 12\n    merges: A1:B1',
  );
  expect(writeMarkdown([table([['', '']], { file: 'a.original.xlsx' })], {}).text).toBe('\n');
});

test.each([
  ['甲\\|乙', '“\\|”'],
  ['甲\\', '“\\”'],
  ['甲<br>乙', '“<br>”'],
  ['甲<BR />乙', '“<BR />”'],
  ['甲\u0007', 'U+0007'],
])('a cell of %j is refused with its row', (cell, words) => {
  expect(() =>
    writeMarkdown(
      [
        table([
          ['乙', '丙'],
          ['丁', cell],
        ]),
      ],
      {},
    ),
  ).toThrow(`表第 12 行有`);
  expect(() =>
    writeMarkdown(
      [
        table([
          ['乙', '丙'],
          ['丁', cell],
        ]),
      ],
      {},
    ),
  ).toThrow(words);
});

test('a backslash within a cell stays', () => {
  expect(bodyOf(table([['甲\\乙', '丙']]))[0]).toBe('| 甲\\乙 | 丙 |');
});

const target = [
  ['项目名称', '河道清淤', '', '', ''],
  ['绩效指标', '一级指标', '二级指标', '三级指标', '指标值'],
  ['', '产出指标', '数量指标', '清淤长度', '3公里'],
];

test('what could not be read is an error in a table of targets alone, all of it at once', () => {
  const faulty = (rows: string[][]) => {
    const own = table(rows);
    for (const row of own.rows) row.faults = [`第 ${row.origin.row ?? ''} 行错`];
    return own;
  };
  expect(() => writeMarkdown([faulty(target)], {})).toThrow('第 11 行错\n第 12 行错\n第 13 行错');
  const other = [
    ['预算单位', '收入', '支出'],
    ['某局', '1', '2'],
  ];
  expect(() => writeMarkdown([table(target), faulty(other)], {})).not.toThrow();
});
