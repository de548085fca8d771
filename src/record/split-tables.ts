import type { Report } from '../table/finding.ts';
import { filledCells, type Grid, type Row } from '../table/grid.ts';
import { normalizeLabel, type Form } from './form.ts';
import { isIndicatorHeader } from './read-indicators.ts';

/**
 * The target tables of one grid: nearly always the grid itself.
 *
 * Where the empty line between two tables is missing, the second begins at its 项目名称, once the first has its indicators.
 */
export function splitTables(grid: Grid, form: Form, report: Report): Grid[] {
  const starts = [0];
  let sawHeader = false;
  for (const [index, row] of grid.rows.entries()) {
    if (isIndicatorHeader(row, form)) sawHeader = true;
    if (!sawHeader || !startsTable(row, form)) continue;
    reportGap(row, report);
    starts.push(index);
    sawHeader = false;
  }
  return starts.map((start, index) => {
    const rows = grid.rows.slice(start, starts[index + 1]);
    return {
      title: index === 0 ? grid.title : null,
      rows,
      startLine: index === 0 ? grid.startLine : (rows[0]?.line ?? grid.startLine),
      endLine: index === starts.length - 1 ? grid.endLine : (rows.at(-1)?.line ?? grid.endLine),
    };
  });
}

function startsTable(row: Row, form: Form): boolean {
  const [first] = filledCells(row);
  return first !== undefined && form.fields.name.test(normalizeLabel(first.text));
}

function reportGap({ line, cells }: Row, report: Report): void {
  report({
    rule: 'table/missing-gap',
    severity: 'warning',
    line,
    column: cells[0]?.column ?? 1,
    message: '这张表和上一张之间没有空行，已从“项目名称”起分为两张',
  });
}
