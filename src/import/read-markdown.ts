import { readTables } from '../content/read-tables.ts';
import { catalogue } from '../record/rules/catalogue.ts';
import { ImportError } from './import-error.ts';
import type { Imported } from './imported.ts';

/**
 * A .md or .txt with tables of pipes or of tabs, its headings, and the text between. Front matter is left behind. Throws an
 * {@link ImportError} for a table that can't be read.
 */
export function readMarkdown(text: string): Imported {
  const imported: Imported = { pieces: [], remarks: [] };
  const grids = readTables(text, ({ line }, rule, message) => {
    const { severity, subject } = catalogue[rule];
    if (severity === 'error') throw new ImportError(`第 ${line} 行：${message}`);
    if (subject === 'text') imported.remarks.push(`第 ${line} 行：${message}`);
  });
  for (const [index, { title, above, rows }] of grids.entries()) {
    if (title) imported.pieces.push({ kind: 'text', lines: [title.text, ...above.map((line) => line.text)] });
    imported.pieces.push({
      kind: 'table',
      part: `第 ${index + 1} 张表`,
      rows: rows.map(({ line, cells }) => ({
        origin: { part: null, row: line },
        cells: cells.map(({ text: cell }) => cell),
      })),
    });
  }
  return imported;
}
