import { read, utils, write, type CellObject } from '@e965/xlsx';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toSheet, toWorkbook } from '../../../src/downloads/to-workbook.ts';
import { hostile, other, rows, table } from './sample-rows.ts';

test('a workbook gives back any rows, texts as strings and figures as numbers', () => {
  fc.assert(
    fc.property(rows, (values) => {
      const book = read(toWorkbook([toSheet({ table, rows: values }), other]));
      const sheet = book.Sheets['行'] ?? {};
      values.forEach(({ text, yuan, count, yes }, index) => {
        const at = (column: number) =>
          sheet[utils.encode_cell({ r: index + 1, c: column })] as CellObject | undefined;
        expect(at(0)?.f).toBeUndefined();
        expect([at(0)?.t ?? 's', at(0)?.v ?? '']).toEqual(['s', text]);
        expect(at(1)?.v ?? null).toBe(yuan === null ? null : Number(yuan));
        expect([at(2)?.t, at(2)?.v]).toEqual(['n', count]);
        expect(at(3)?.v ?? null).toBe(yes);
      });
    }),
    { numRuns: 40 },
  );
});

test('a workbook has frozen headers in Chinese, filters and widths', () => {
  const bytes = toWorkbook([toSheet({ table, rows: [hostile] }), other]);
  const book = read(bytes, { bookFiles: true }) as ReturnType<typeof read> & {
    files: Record<string, { content: Uint8Array }>;
  };
  const xml = new TextDecoder().decode(book.files['xl/worksheets/sheet1.xml']?.content);
  expect(book.SheetNames).toEqual(['行', '另']);
  expect(xml).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>');
  expect(xml).toContain('<autoFilter ref="A1:D2"/>');
  expect(xml).toMatch(/<col min="1" max="1" width="9\.\d+" customWidth="1"\/>/);
  expect(xml).not.toContain('<f>');
  expect(utils.sheet_to_json(book.Sheets['行'] ?? {}, { header: 1 })[0]).toEqual([
    '文字',
    '金额（元）',
    '个数',
    '是',
  ]);
});

test('a figure that a double can not hold stays text in a workbook', () => {
  const yuan = '12345678901234567.89';
  const cell = read(toWorkbook([toSheet({ table, rows: [{ ...hostile, yuan }] }), other])).Sheets['行']?.[
    'B2'
  ] as CellObject | undefined;
  expect([cell?.t, cell?.v]).toEqual(['s', yuan]);
});

test('a workbook holds letters that look like its own escapes', () => {
  const text = '编号 _x000D_ 和 _X4e00_';
  const cell = read(toWorkbook([toSheet({ table, rows: [{ ...hostile, text }] }), other])).Sheets['行']?.[
    'A2'
  ] as CellObject | undefined;
  expect(cell?.v).toBe(text);
});

test.each([
  ['字'.repeat(32_767), null],
  ['字'.repeat(32_768), '字'.repeat(16_000)],
  [`${'字'.repeat(15_999)}${'𠮷'.repeat(9_000)}`, '字'.repeat(15_999)],
  [`𠮷${'字'.repeat(32_767)}`, `𠮷${'字'.repeat(15_998)}`],
  ['_x000D_'.repeat(3_000), '_x000D_'.repeat(3_000).slice(0, 16_000)],
])('a text that no cell can hold is cut and says so', (text, beginning) => {
  const made = toWorkbook([toSheet({ table, rows: [{ ...hostile, text }] }), other]);
  const cell = read(made).Sheets['行']?.['A2'] as CellObject | undefined;
  expect(cell?.v).toBe(
    beginning === null ? text : `${beginning}……（这一格放不下，全文在 CSV 和 JSON 文件里）`,
  );
});

test('a workbook has the same bytes each time', () => {
  const make = () => Buffer.from(toWorkbook([toSheet({ table, rows: [hostile] }), other])).toString('base64');
  expect(make()).toBe(make());
});

test('a workbook has the same bytes after another one was read', () => {
  const first = toWorkbook([toSheet({ table, rows: [hostile] }), other]);
  const sheet = { A1: { t: 'n', v: 1, z: '0"套"' }, '!ref': 'A1' };
  const bytes: unknown = write({ SheetNames: ['一'], Sheets: { 一: sheet } }, { type: 'buffer' });
  read(bytes, { type: 'buffer', cellNF: true });
  expect(toWorkbook([toSheet({ table, rows: [hostile] }), other])).toEqual(first);
});

test('a workbook keeps columns in sight, and its headers are bold', () => {
  const bytes = toWorkbook([toSheet({ table, rows: [hostile], frozen: 2 }), other]);
  const book = read(bytes, { bookFiles: true }) as ReturnType<typeof read> & {
    files: Record<string, { content: Uint8Array }>;
  };
  const xmlOf = (name: string) => new TextDecoder().decode(book.files[name]?.content);
  expect(xmlOf('xl/worksheets/sheet1.xml')).toContain(
    '<pane xSplit="2" ySplit="1" topLeftCell="C2" activePane="bottomRight" state="frozen"/>',
  );
  const formats = [...xmlOf('xl/styles.xml').matchAll(/<xf numFmtId="\d+" fontId="(\d+)"[^>]*xfId/g)];
  const fonts = [...xmlOf('xl/styles.xml').matchAll(/<font>(.*?)<\/font>/g)].map(([, font]) => font);
  const [, style] = /<c r="A1" s="(\d+)"/.exec(xmlOf('xl/worksheets/sheet1.xml')) ?? [];
  expect(fonts[Number(formats[Number(style)]?.[1])]).toContain('<b/>');
  expect(xmlOf('xl/worksheets/sheet1.xml')).not.toContain(`<c r="A2" s="${style ?? ''}"`);
});

test('a cell leads to its page where the site has an address', () => {
  const [first, ...others] = table.columns;
  const linked = (address: string) => ({
    ...table,
    columns: [{ ...first, link: () => address }, ...others] as typeof table.columns,
  });
  const cellOf = (address: string) =>
    read(toWorkbook([toSheet({ table: linked(address), rows: [hostile] }), other])).Sheets['行']?.['A2'] as
      CellObject | undefined;
  expect(cellOf('https://example.gov.cn/2026/#a')).toMatchObject({
    v: hostile.text,
    l: { Target: 'https://example.gov.cn/2026/#a' },
  });
  expect(cellOf('/2026/#a')?.l).toBeUndefined();
});

test('money has its format, other figures and texts have none', () => {
  const count = {
    name: 'n',
    title: '数',
    description: '',
    type: 'number',
    width: 9,
    value: () => '12.50',
  } as const;
  const columns = [...table.columns, count];
  const { cells } = toSheet({ table: { title: '行', columns }, rows: [{ ...hostile, text: '', yes: true }] });
  const data = cells['!data'] as unknown[][];
  expect(data[1]).toEqual([
    undefined,
    { t: 'n', v: -12500.1, z: '#,##0.00' },
    { t: 'n', v: -3 },
    { t: 'b', v: true },
    { t: 'n', v: 12.5 },
  ]);
});

test.each([
  [20_000, true],
  [20_001, false],
])('the cells of a sheet of %i rows lead to their pages: %s', (count, isLinked) => {
  const link = () => 'https://example.gov.cn/2026/';
  const columns = table.columns.slice(0, 1).map((column) => ({ ...column, link }));
  const rows = Array.from({ length: count }, () => hostile);
  const { cells } = toSheet({ table: { title: '行', columns }, rows });
  const data = cells['!data'] as unknown[][];
  expect(data).toHaveLength(count + 1);
  const own = { t: 's', v: hostile.text };
  expect(data[1]?.[0]).toEqual(isLinked ? { ...own, l: { Target: link() } } : own);
});

test('an empty cell leads nowhere, and a sheet without rows has its header in the filter', () => {
  const link = () => 'https://example.gov.cn/2026/';
  const columns = table.columns.slice(0, 2).map((column) => ({ ...column, link }));
  const empty = { ...hostile, text: null };
  const { cells } = toSheet({ table: { title: '行', columns }, rows: [empty] });
  expect((cells['!data'] as unknown[][])[1]?.[0]).toBeUndefined();
  expect(toSheet({ table: { title: '行', columns }, rows: [] })).toMatchObject({
    frozen: 0,
    cells: { '!ref': 'A1:B1', '!autofilter': { ref: 'A1:B1' }, '!cols': [{ wch: 9 }, { wch: 9 }] },
  });
});
