import { parse } from 'csv-parse/sync';
import { ImportError } from './import-error.ts';
import type { Imported } from './imported.ts';

/** A .csv or .tsv: one table. The separator is a tab where the first line has one, else a comma, else a semicolon. */
export function readTextTable(text: string): Imported {
  const first = text.slice(0, 4_000);
  const delimiter = ['\t', ',', ';'].find((mark) => first.includes(mark)) ?? ',';
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
      withoutFormula(cells[column] ?? '')
        .replaceAll(/\r\n?/g, '\n')
        .trim(),
    ),
  }));
  return { pieces: [{ kind: 'table', part: '全表', rows }], remarks: [] };
}

/** `="001"` is what spreadsheets write to keep a text a text. */
function withoutFormula(text: string): string {
  return /^="([^"]*)"$/.exec(text.trim())?.[1] ?? text;
}
