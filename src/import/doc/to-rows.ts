import type { ImportedRow } from '../imported.ts';
import { quote } from '../quote.ts';
import type { RowShape } from './read-row.ts';

/** A row as it was read: a text a cell. */
export interface OldRow {
  texts: string[];
  shape: RowShape | null;
  remarks: string[];
  faults: string[];
}

/** Edges so near are one: programs place those of rows a hair apart. Twips; a tenth of a character's width. */
const NEAR = 40;

/** The rows of a table on its columns: each cell is at the column of its left edge. */
export function toRows(rows: readonly OldRow[], part: string, remarks: string[]): ImportedRow[] {
  const columns = columnsOf(rows.flatMap(({ shape }) => shape?.edges ?? []));
  const width = Math.max(columns.length - 1, ...rows.map(({ texts }) => texts.length));
  return rows.map(({ texts, shape, ...row }, index) => {
    const place = `${part}第 ${index + 1} 行`;
    const faults = row.faults.map((fault) => `${place}${fault}`);
    remarks.push(...row.remarks.map((remark) => `${place}${remark}`));
    const cells = Array.from({ length: width }, () => '');
    if (shape?.isCovered.length !== texts.length)
      faults.push(`${place}的格数和文件里写的不一样；请用 Word 打开后另存为 .docx`);
    for (const [at, text] of texts.entries()) {
      const column = shape ? columns.findLastIndex((edge) => edge <= (shape.edges[at] ?? 0) + NEAR) : at;
      if (!shape?.isCovered[at]) cells[Math.max(0, column)] = text;
      else if (text !== '')
        remarks.push(`${place}第 ${at + 1} 格：在合并的单元格下面，看不见，没有读入：“${quote(text)}”`);
    }
    return { origin: { part, row: index + 1 }, cells, faults };
  });
}

function columnsOf(edges: readonly number[]): number[] {
  const columns: number[] = [];
  for (const edge of [...edges].sort((a, b) => a - b))
    if (columns.length === 0 || edge - (columns.at(-1) ?? 0) > NEAR) columns.push(edge);
  return columns;
}
