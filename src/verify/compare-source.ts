/**
 * In: the text of a source, and what was published of it as data.
 * Out: each cell that is not published in its place, and each published value that no cell holds.
 *
 * No form is known here. An indicator names the line of its row: its values are the cells of that row, under the header of their
 * columns. Any other value is a cell next to its label. What no row, field, goal or caption holds is lost.
 */
import { isCaption } from './captions.ts';
import { compareFields } from './compare-fields.ts';
import { compareIndicators, isHeader, type ColumnCell } from './compare-indicators.ts';
import type { Comparison, RecordedDisclosure, RecordedProject } from './record.ts';
import { readSourceTables, type SourceRow, type SourceTable } from './source-tables.ts';
import type { Vocabulary } from './words.ts';

export function compareSource(
  lines: readonly string[],
  { projects, notices }: RecordedDisclosure,
  vocabulary: Vocabulary,
): Comparison {
  const comparison: Comparison = { cells: 0, losses: [] };
  const tables = readSourceTables(lines);
  const rowsOf = new Map(projects.map((project) => [project, [] as SourceRow[]]));
  const headers = new Map<RecordedProject, SourceRow>();
  /** The last line before a project's table that belongs to another. */
  const gaps = new Map<RecordedProject, number>();
  for (const [index, table] of tables.entries()) {
    const start = tables[index - 1]?.at(-1)?.endLine ?? 0;
    const others = notices.filter(({ rule, line }) => rule === 'table/other-kind' && line > start);
    let header: SourceRow | undefined;
    for (const row of table) {
      comparison.cells += row.cells.filter((cell) => cell !== '').length;
      const owners = projects.filter(
        ({ source }) => source.startLine <= row.line && row.line <= source.endLine,
      );
      const [owner] = owners;
      const isReported = (rule: string) =>
        notices.some((each) => each.rule === rule && row.line <= each.line && each.line <= row.endLine);
      if (isReported('ledger/total-row') || (!owner && isReported('text/outside-table'))) continue;
      if (!owner && isHeader(row, vocabulary.ledger)) header ??= row;
      else if (!owner && !isListed(row, table, start, others, projects))
        comparison.losses.push(`${row.line} 行 “${row.cells.filter(Boolean).join('”“')}”不属于任何项目`);
      if (owners.length > 1) comparison.losses.push(`${row.line} 行 属于 ${owners.length} 个项目`);
      if (!owner) continue;
      rowsOf.get(owner)?.push(row);
      gaps.set(owner, gaps.get(owner) ?? start);
      if (header) headers.set(owner, header);
    }
  }
  if (tables.length === 0) comparison.losses.push('没有读出一张表');
  const outside = readOutside(lines, tables, notices);
  for (const [project, rows] of rowsOf)
    compareProject(
      project,
      rows,
      headers.get(project),
      gaps.get(project) ?? 0,
      lines,
      outside,
      vocabulary,
      comparison,
    );
  return comparison;
}

/** The lines of texts that a notice reports: from where it begins to a blank line or a row. */
function readOutside(
  lines: readonly string[],
  tables: readonly SourceTable[],
  notices: RecordedDisclosure['notices'],
): Set<number> {
  const rows = new Set(tables.flat().map(({ line }) => line));
  const outside = new Set<number>();
  for (const { rule, line } of notices)
    if (rule === 'text/outside-table')
      for (let each = line; each === line || (lines[each - 1]?.trim() && !rows.has(each)); each += 1)
        outside.add(each);
  return outside;
}

/** Whether a row is empty, or belongs to a table that is publicly named as one of another kind. */
function isListed(
  row: SourceRow,
  table: SourceTable,
  /** The last line of the table before. */
  start: number,
  others: RecordedDisclosure['notices'],
  projects: readonly RecordedProject[],
): boolean {
  const before = (line: number) => line <= (row === table[0] ? row.endLine : row.line);
  const named = Math.max(0, ...others.map(({ line }) => line).filter(before));
  const project = Math.max(0, ...projects.map(({ source }) => source.startLine).filter(before));
  const isAbove = !projects.some(({ source }) => source.startLine > start && source.startLine < row.line);
  return row.cells.every((cell) => cell === '' || (isAbove && isCaption(cell))) || named > project;
}

function compareProject(
  project: RecordedProject,
  rows: readonly SourceRow[],
  sharedHeader: SourceRow | undefined,
  gap: number,
  lines: readonly string[],
  outside: ReadonlySet<number>,
  vocabulary: Vocabulary,
  comparison: Comparison,
): void {
  const words = sharedHeader ? vocabulary.ledger : vocabulary.sheet;
  const byLine = Map.groupBy(project.indicators, ({ line }) => line);
  const places = project.indicators.map(({ line }) => rows.findIndex((row) => row.line === line));
  for (const [index, place] of places.entries())
    if (place < 0 || place < (places[index - 1] ?? 0))
      comparison.losses.push(
        `${project.indicators[index]?.line ?? 0} 行 “${project.indicators[index]?.name ?? ''}”不在它的位置`,
      );
  const first = rows[0]?.line ?? project.source.endLine + 1;
  const above = lines
    .slice(project.source.startLine - 1, first - 1)
    .map((text) => text.replace(/^ *#{1,6}\s+/, '').trim());
  const fieldRows = above.flatMap((text, index): SourceRow[] => {
    const line = project.source.startLine + index;
    return isCaption(text) ? [{ line, endLine: line, cells: [text] }] : [];
  });
  const columnCells: ColumnCell[] = [];
  let header = sharedHeader;
  let compareRow = header && compareIndicators(header, words, comparison);
  for (const row of rows) {
    const indicators = byLine.get(row.line);
    if ((indicators ?? sharedHeader) && compareRow) columnCells.push(...compareRow(row, indicators ?? []));
    else if (!isHeader(row, words)) fieldRows.push(row);
    // A table over several pages repeats its header.
    else if (row.cells.join('\t').trim() !== header?.cells.join('\t').trim()) {
      header = row;
      compareRow = compareIndicators(row, words, comparison);
    }
  }
  const below = fieldRows.flatMap(({ cells, line }) => (header && line > header.line ? cells : []));
  const near = [...lines.slice(gap, header?.line ?? project.source.endLine), ...below];
  const isLedger = sharedHeader !== undefined;
  compareFields(
    { project, rows: fieldRows, header, isLedger, above, near, outside, columnCells, words },
    comparison,
  );
}
