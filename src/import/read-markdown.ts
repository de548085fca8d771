import { readTables } from '../content/read-disclosure.ts';
import { catalogue } from '../record/rules/catalogue.ts';
import type { Imported } from './imported.ts';

/** A .md or .txt with tables of pipes or of tabs, its headings, and the text between. Front matter is left behind. */
export function readMarkdown(text: string): Imported {
  const imported: Imported = { pieces: [], remarks: [] };
  const grids = readTables(text, ({ line }, rule, message) => {
    if (catalogue[rule].subject === 'text') imported.remarks.push(`第 ${line} 行：${message}`);
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
