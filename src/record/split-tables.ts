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
  const starts = [0];
  let sawHeader = false;
  for (const [index, row] of form.isLedger ? [] : grid.rows.entries()) {
    if (isIndicatorHeader(row, form)) sawHeader = true;
    if (!sawHeader || !(startsTable(row, form) || isTitleRow(row))) continue;
    reportGap(row, report);
    starts.push(index);
    sawHeader = false;
  }
  return starts.map((start, index) => {
    const rows = grid.rows.slice(start, starts[index + 1]);
    return liftCaptions({
      title: index === 0 ? grid.title : null,
      above: index === 0 ? grid.above : [],
      rows,
      startLine: index === 0 ? grid.startLine : (rows[0]?.line ?? grid.startLine),
      endLine: index === starts.length - 1 ? grid.endLine : (rows.at(-1)?.line ?? grid.endLine),
    });
  });
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

function isTitleRow(row: Row): boolean {
  const cells = distinctCells(row);
  return cells.length === 1 && isTitle(cells[0]?.text ?? '');
}

/** Filled cells, one of each text: some programs repeat a merged cell's text in each of its columns. */
function distinctCells(row: Row): Cell[] {
  const texts = new Set<string>();
  return filledCells(row).filter(({ text }) => !texts.has(text) && texts.add(text));
}

function startsTable(row: Row, form: Form): boolean {
  const [first] = filledCells(row);
  return first !== undefined && form.head.get(readLabel(first.text).key)?.name === 'name';
}

function reportGap({ line, cells }: Row, report: Report): void {
  report({
    rule: 'table/missing-gap',
    severity: 'warning',
    line,
    column: cells[0]?.column ?? 1,
    message: '这张表和上一张之间没有空行，已从这里起分为两张',
  });
}
