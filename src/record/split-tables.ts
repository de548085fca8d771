import { isCaption, isTitle } from '../table/caption.ts';
import type { Report } from '../table/finding.ts';
import { filledCells, type Cell, type Grid, type Row } from '../table/grid.ts';
import type { Form } from './form.ts';
import { isIndicatorHeader } from './read-columns.ts';
import { readLabel } from './read-label.ts';

/**
 * The target tables of one grid: nearly always the grid itself.
 *
 * Where the empty line between two tables is missing, the second begins at its title or its 项目名称, once the first has its
 * indicators. Rows above a table that hold its title, year or unit and nothing else become its title and the lines above it.
 */
export function splitTables(grid: Grid, form: Form, report: Report): Grid[] {
  let table: Grid = { ...grid, rows: [] };
  const tables = [table];
  let sawHeader = false;
  for (const row of grid.rows) {
    if (isIndicatorHeader(row, form)) sawHeader = !form.isLedger;
    const start = sawHeader ? startOfTable(row, form) : undefined;
    if (start) {
      reportGap(start, report);
      table.endLine = row.line - 1;
      table = { title: null, above: [], rows: [], startLine: row.line, endLine: grid.endLine };
      tables.push(table);
      sawHeader = false;
    }
    table.rows.push(row);
  }
  return tables.map(liftCaptions);
}

/** Takes the rows above a table that are its caption out of its rows. */
export function liftCaptions(grid: Grid): Grid {
  let { title } = grid;
  const above = [...grid.above];
  let from = 0;
  for (const row of grid.rows) {
    const cells = distinctCells(row);
    if (!cells.every(({ text }) => isTitle(text) || isCaption(text))) break;
    for (const cell of cells) {
      if (!title && isTitle(cell.text)) title = cell;
      else above.push(cell);
    }
    from += 1;
  }
  return from === 0 ? grid : { ...grid, title, above, rows: grid.rows.slice(from) };
}

/** Filled cells, one of each text: some programs repeat a merged cell's text in each of its columns. */
function distinctCells(row: Row): Cell[] {
  const texts = new Set<string>();
  return filledCells(row).filter(({ text }) => !texts.has(text) && texts.add(text));
}

/** The cell that a table begins with: its 项目名称, or a title that has the row for itself. Undefined: none begins here. */
function startOfTable(row: Row, form: Form): Cell | undefined {
  const [first, ...others] = distinctCells(row);
  if (!first) return undefined;
  const isName = form.head.get(readLabel(first.text).key)?.name === 'name';
  return isName || (others.length === 0 && isTitle(first.text)) ? first : undefined;
}

function reportGap({ line, column }: Cell, report: Report): void {
  report({
    rule: 'table/missing-gap',
    severity: 'warning',
    line,
    column,
    message: '这张表和上一张之间没有空行，已从这里起分为两张',
  });
}
