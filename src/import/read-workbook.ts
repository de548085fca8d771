import { read } from '@e965/xlsx';
import type { Imported } from './imported.ts';
import type { SheetFacts } from './workbook/read-cell-facts.ts';
import { readSheet } from './workbook/read-sheet.ts';

/**
 * The visible sheets of a workbook. Each cell is what the program prints: `95%`, `27,700.00`.
 *
 * @param facts What the library drops, by the sheet's name.
 * @param onSheet Gets each sheet's name as it is begun.
 */
export function readWorkbook(
  bytes: Uint8Array,
  facts: ReadonlyMap<string, SheetFacts>,
  onSheet: (name: string) => void,
): Imported {
  const book = read(bytes, {
    type: 'buffer',
    cellStyles: true,
    cellNF: true,
    cellText: true,
    cellHTML: false,
    dateNF: 'yyyy/m/d',
  });
  const imported: Imported = { pieces: [], remarks: [] };
  for (const [index, name] of book.SheetNames.entries()) {
    const sheet = book.Sheets[name];
    if (!sheet?.['!ref']) continue;
    if (book.Workbook?.Sheets?.[index]?.Hidden) {
      imported.remarks.push(`工作表“${name}”是隐藏的，没有读入`);
      continue;
    }
    onSheet(name);
    const options = {
      name,
      facts: facts.get(name),
      date1904: book.Workbook?.WBProps?.date1904 === true,
    };
    const { rows, merges } = readSheet(sheet, options, imported.remarks);
    if (rows.some(({ cells, faults }) => cells.some((text) => text !== '') || faults?.length))
      imported.pieces.push({ kind: 'table', part: `工作表“${name}”`, rows, merges });
  }
  return imported;
}
