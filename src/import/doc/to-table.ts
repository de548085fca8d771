import { must } from '../../record/must.ts';
import type { ImportedTable } from '../imported.ts';
import { quote } from '../quote.ts';
import { toMerges, type PlacedCell } from '../to-merges.ts';
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

/** A table with its rows on its columns: each cell is at the column of its left edge. */
export function toTable(rows: readonly OldRow[], part: string, remarks: string[]): ImportedTable {
  const columns = columnsOf(rows.flatMap(({ shape }) => shape?.edges ?? []));
  const width = Math.max(columns.length - 1, ...rows.map(({ texts }) => texts.length));
  const columnAt = (edge = 0) =>
    Math.max(
      0,
      columns.findLastIndex((other) => other <= edge + NEAR),
    );
  const placed = rows.map(({ texts, shape }) =>
    texts.map((_, at): PlacedCell => {
      if (!shape) return { column: at, columns: 1, continues: null };
      const column = columnAt(shape.edges[at]);
      const span = Math.max(1, columnAt(shape.edges[at + 1]) - column);
      return { column, columns: span, continues: shape.continues[at] ?? null };
    }),
  );
  const read = rows.map(({ texts, shape, ...row }, index) => {
    const place = `${part}第 ${index + 1} 行`;
    const faults = row.faults.map((fault) => `${place}${fault}`);
    remarks.push(...row.remarks.map((remark) => `${place}${remark}`));
    const cells = Array.from({ length: width }, () => '');
    const places = must(placed[index]);
    if (shape?.continues.length !== texts.length)
      faults.push(`${place}的格数和文件里写的不一样；请用 Word 打开后另存为 .docx`);
    for (const [at, text] of texts.entries()) {
      const { column, continues } = must(places[at]);
      if (continues === null) cells[column] = text;
      else if (text !== '')
        remarks.push(`${place}第 ${at + 1} 格：在合并的单元格下面，看不见，没有读入：“${quote(text)}”`);
    }
    return { origin: { part, row: index + 1 }, cells, faults };
  });
  return { kind: 'table', part, rows: read, merges: toMerges(placed) };
}

function columnsOf(edges: readonly number[]): number[] {
  const columns: number[] = [];
  for (const edge of [...edges].sort((a, b) => a - b))
    if (columns.length === 0 || edge - (columns.at(-1) ?? 0) > NEAR) columns.push(edge);
  return columns;
}
