import { isCaption, isTitle } from '../table/caption.ts';
import { distinctCells, filledCells } from '../table/grid.ts';
import type { Form } from './form.ts';
import type { LabelledCell, LabelledGrid, LabelledRow } from './labelled-grid.ts';
import type { Report } from './notices.ts';
import { isIndicatorHeader } from './read-columns.ts';
import { splitField } from './read-fields.ts';

/**
 * The target tables of one grid: nearly always the grid itself.
 *
 * If the blank line between two tables is missing, the second begins at its title or its 项目名称, once the first has its
 * indicators. Rows above a table with nothing but its title, year or unit become its title and the lines above it.
 */
export function splitTables(grid: LabelledGrid, form: Form, report: Report): LabelledGrid[] {
  let table: LabelledGrid = { ...grid, rows: [] };
  const tables = [table];
  let sawHeader = false;
  for (const [index, row] of grid.rows.entries()) {
    if (isIndicatorHeader(row, form)) sawHeader = !form.isLedger;
    const start = sawHeader
      ? startOfTable(row, grid.rows.slice(index + 1, index + LONGEST_CAPTION), form)
      : undefined;
    if (start) {
      report(start, 'table/missing-gap', '这张表和上一张之间没有空行，已从这里起分为两张');
      table.endLine = row.line - 1;
      table = { title: null, above: [], rows: [], startLine: row.line, endLine: grid.endLine };
      tables.push(table);
      sawHeader = false;
    }
    table.rows.push(row);
  }
  return tables.map(liftCaptions);
}

/** Moves the rows above a table that are its caption out of its rows. */
export function liftCaptions(grid: LabelledGrid): LabelledGrid {
  let { title } = grid;
  const above = [...grid.above];
  let from = 0;
  for (const row of grid.rows) {
    const cells = distinctCells(filledCells(row));
    if (!cells.every(({ text }) => isTitle(text) || isCaption(text))) break;
    for (const cell of cells) {
      if (!title && isTitle(cell.text)) title = cell;
      else above.push(cell);
    }
    from += 1;
  }
  return from === 0 ? grid : { ...grid, title, above, rows: grid.rows.slice(from) };
}

/** Most rows from a title to the first label under it. */
const LONGEST_CAPTION = 6;

/**
 * The first cell of a table: its 项目名称, or a title alone in its row above labels. A title above more indicators is the next
 * page's. Undefined: no table begins here. Some programs repeat the text of a merged cell in each of its columns; these count
 * once.
 */
function startOfTable(row: LabelledRow, below: readonly LabelledRow[], form: Form): LabelledCell | undefined {
  const [first, ...others] = distinctCells(filledCells(row));
  if (!first) return undefined;
  if (form.head.get(first.key)?.name === 'name') return first;
  if (others.length > 0 || !isTitle(first.text)) return undefined;
  const labels = below.map((next) => distinctCells(filledCells(next))).find((cells) => !cells.every(isAbove));
  const [label] = labels ?? [];
  return !label || form.head.has(label.key) || splitField(label, form) ? first : undefined;
}

function isAbove({ text }: LabelledCell): boolean {
  return isTitle(text) || isCaption(text);
}
