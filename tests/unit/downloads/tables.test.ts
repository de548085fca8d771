import { read, utils, type CellObject } from '@e965/xlsx';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Table } from '../../../src/downloads/column.ts';
import { unguardFormula } from '../../../src/downloads/guard-formula.ts';
import { toCsv } from '../../../src/downloads/to-csv.ts';
import { toQuantity } from '../../../src/downloads/to-quantity.ts';
import { toWorkbook } from '../../../src/downloads/to-workbook.ts';
import { parseTarget } from '../../../src/record/parse-target.ts';

interface Row {
  text: string | null;
  yuan: string | null;
  count: number;
  yes: boolean | null;
}
const table: Table<Row> = {
  name: 'rows',
  title: '行',
  description: '',
  primaryKey: 'text',
  foreignKeys: [],
  columns: [
    { name: 'text', title: '文字', description: '', type: 'string', width: 9, value: ({ text }) => text },
    {
      name: 'yuan',
      title: '金额（元）',
      description: '',
      type: 'number',
      unit: '元',
      width: 9,
      value: ({ yuan }) => yuan,
    },
    { name: 'count', title: '个数', description: '', type: 'integer', width: 9, value: ({ count }) => count },
    { name: 'yes', title: '是', description: '', type: 'boolean', width: 9, value: ({ yes }) => yes },
  ],
};
const other = { table: { ...table, title: '另' }, rows: [] };
const hostile: Row = { text: '=HYPERLINK("http://example.com")', yuan: '-12500.10', count: -3, yes: false };

/** Texts of an XML that may hold them: no lone halves of pairs, no controls. A workbook writes line breaks as LF. */
const texts = fc
  .string({ unit: 'grapheme', maxLength: 40 })
  .filter((text) => !/[\p{Cc}\ufffe\uffff]/u.test(text.replaceAll('\n', '')));
const rows = fc.array(
  fc.record({
    text: fc.oneof(
      texts,
      texts.map((text) => `=${text}`),
      texts.map((text) => ` \n-"${text},`),
    ),
    yuan: fc.option(fc.integer({ min: -(10 ** 12), max: 10 ** 12 }).map((fen) => (fen / 100).toFixed(2))),
    count: fc.integer(),
    yes: fc.option(fc.boolean()),
  }),
);

test('a CSV of thousands of rows is one, with one byte order mark and one line of names', () => {
  const many = Array.from({ length: 12_000 }, (_, count): Row => ({ ...hostile, count }));
  const text = Buffer.from(toCsv(table, many)).toString();
  expect(text.lastIndexOf('\ufeff')).toBe(0);
  const [names, ...cells] = parse(text, { bom: true });
  expect(names).toEqual(['text', 'yuan', 'count', 'yes']);
  expect(cells.map(([, , count]) => Number(count))).toEqual(many.map(({ count }) => count));
});

test('a CSV begins with a byte order mark and a line of names, and ends its lines as RFC 4180 says', () => {
  const bytes = toCsv(table, [hostile]);
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(new TextDecoder().decode(bytes)).toBe(
    'text,yuan,count,yes\r\n"\'=HYPERLINK(""http://example.com"")",-12500.10,-3,false\r\n',
  );
});

test('a CSV gives back any rows, cell by cell', () => {
  fc.assert(
    fc.property(rows, (values) => {
      const cells = parse(Buffer.from(toCsv(table, values)), { bom: true, relax_column_count: false });
      expect(cells.slice(1).map(([text = '', ...rest]) => [unguardFormula(text), ...rest])).toEqual(
        values.map(({ text, yuan, count, yes }) => [text, yuan ?? '', String(count), String(yes ?? '')]),
      );
    }),
  );
});

test('no cell of a CSV begins a formula', () => {
  fc.assert(
    fc.property(rows, (values) => {
      const cells = parse(Buffer.from(toCsv(table, values)), { bom: true });
      for (const [text = ''] of cells)
        expect(/^\s*[=+\-@]/.test(text) && !/^-\d+(\.\d+)?$/.test(text)).toBe(false);
    }),
  );
});

test('a workbook gives back any rows, texts as strings and figures as numbers', () => {
  fc.assert(
    fc.property(rows, (values) => {
      const book = read(toWorkbook({ table, rows: values }, other));
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
  const bytes = toWorkbook({ table, rows: [hostile] }, other);
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
  const cell = read(toWorkbook({ table, rows: [{ ...hostile, yuan }] }, other)).Sheets['行']?.['B2'] as
    CellObject | undefined;
  expect([cell?.t, cell?.v]).toEqual(['s', yuan]);
});

test('a workbook holds letters that look like its own escapes', () => {
  const text = '编号 _x000D_ 和 _X4e00_';
  const cell = read(toWorkbook({ table, rows: [{ ...hostile, text }] }, other)).Sheets['行']?.['A2'] as
    CellObject | undefined;
  expect(cell?.v).toBe(text);
});

test('a workbook has the same bytes each time', () => {
  const make = () => Buffer.from(toWorkbook({ table, rows: [hostile] }, other)).toString('base64');
  expect(make()).toBe(make());
});

describe('figures of targets', () => {
  test.each([
    ['1.2万元', { yuan: '12000' }],
    ['8.3370万元', { yuan: '83370' }],
    ['12500元', { yuan: '12500' }],
    ['0.5亿元', { yuan: '50000000' }],
    ['2~3万元', { yuan: '20000', yuanUpper: '30000' }],
    ['≥95%', { value: '95', unit: '%' }],
    ['约300人次', { value: '300', unit: '人次' }],
    ['0', { value: '0' }],
    ['满意', {}],
  ])('%s', (text, expected) => {
    const none = { yuan: null, yuanUpper: null, value: null, upper: null, unit: null };
    expect(toQuantity(parseTarget(text))).toEqual({ ...none, ...expected });
  });

  test('a price is told in yuan, so that no column mixes two units of money', () => {
    const target = { text: '1.5万元/年', comparator: null, value: '1.5', upper: null, unit: '万元/年' };
    expect(toQuantity(target)).toMatchObject({ yuan: null, value: '15000', unit: '元/年' });
  });
});
