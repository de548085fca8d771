import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { unguardFormula } from '../../../src/downloads/guard-formula.ts';
import { toCsv } from '../../../src/downloads/to-csv.ts';
import { hostile, rows, table, type Row } from './sample-rows.ts';

test('a CSV of thousands of rows is one, with one byte order mark and one line of names', () => {
  const many = Array.from({ length: 30_000 }, (_, count): Row => ({ ...hostile, count }));
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
