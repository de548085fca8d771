import { parse } from 'csv-parse/browser/esm/sync';
import { withoutZeroWidth } from '../table/without-zero-width.ts';
import { ImportError } from './import-error.ts';
import type { Imported } from './imported.ts';
import { quote } from './quote.ts';

/** A function or a cell's address behind the sign; `=100%` is a target. */
const FORMULA = /^\s*=\s*(?:[A-Z]+\(|\$?[A-Z]{1,3}\$?\d)/i;

/** Characters at the beginning of a file by which its separator is known. */
const BEGINNING = 4_000;

/** A .csv or .tsv: one table. The separator is a tab where its beginning has one, else the more frequent of comma and semicolon. */
export function readTextTable(text: string): Imported {
  const plain = text.slice(0, BEGINNING).replaceAll(/"[^"]*"/g, '');
  const countOf = (mark: string) => plain.split(mark).length;
  const delimiter = plain.includes('\t') ? '\t' : countOf(';') > countOf(',') ? ';' : ',';
  let records: string[][];
  try {
    records = parse(text, {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
    });
  } catch (error) {
    throw new ImportError(`表格读不出：${error instanceof Error ? error.message : String(error)}`);
  }
  const width = Math.max(0, ...records.map((cells) => cells.length));
  const rows = records.map((cells, index) => ({
    origin: { part: null, row: index + 1 },
    cells: Array.from({ length: width }, (_, column) =>
      withoutZeroWidth(withoutFormula(cells[column] ?? ''))
        .replaceAll(/\r\n?/g, '\n')
        .trim(),
    ),
    faults: cells.flatMap((text, column) =>
      FORMULA.test(text)
        ? [`第 ${index + 1} 行第 ${column + 1} 格：“${quote(text)}”是没有算出结果的公式；请改成结果再导入`]
        : [],
    ),
  }));
  return { pieces: [{ kind: 'table', part: '全表', rows }], remarks: [] };
}

/** `="001"` is what spreadsheets write to keep a text a text; a quote in it is doubled. */
function withoutFormula(text: string): string {
  const words = /^="((?:[^"]|"")*)"$/.exec(text.trim())?.[1];
  return words?.replaceAll('""', '"') ?? text;
}
