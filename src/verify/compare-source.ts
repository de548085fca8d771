/**
 * In: the text of a source, and what was published of it as data.
 * Out: each cell that is not published in its place, and each published value that no cell holds.
 *
 * No form is known here. An indicator names the line of its row: its values are the cells of that row, under the header of their
 * columns. Any other value is a cell next to its label. What no row, field, goal or caption holds is lost.
 */
import { isCaption, isTitle } from './captions.ts';
import { compareFields } from './compare-fields.ts';
import { compareOverall } from './compare-overall.ts';
import { compareResult } from './compare-result.ts';
import { compareIndicators, type ColumnCell, type IndicatorRow } from './compare-indicators.ts';
import { isHeader, isLedgerHeader, isRepeat, joinHeaderRows } from './header-rows.ts';
import {
  isListed,
  isQuoted,
  isWithin,
  noticesOn,
  quotes,
  unitIn,
  withoutTotal,
  type Notices,
} from './named-rows.ts';
import type {
  Comparison,
  RecordedDisclosure,
  RecordedOverall,
  RecordedProject,
  RecordedResult,
} from './record.ts';
import { blankHidden, readSourceTables, type SourceRow, type SourceTable } from './source-tables.ts';
import { isLabel, means, plainWord, type Vocabulary, type Words } from './words.ts';

/** What the source says of one project. */
interface Part {
  rows: SourceRow[];
  /** The header that the project shares with others. Undefined: its own is among its rows. */
  sharedHeader?: SourceRow | undefined;
  /** Rows of a ledger that belong to several projects: a note under the last. */
  notes: SourceRow[];
  /** Cells of rows above that are the project's too: its body, in a merged cell or in a row of its own. */
  above: ColumnCell[];
  /** The last line before the project's table that belongs to another. */
  gap: number;
}

/** The first word of a row that adds others up. */
const TOTAL = /^(?:合计|总计|小计|共计)$/;

export function compareSource(
  lines: readonly string[],
  { projects, results, overall = [], notices }: RecordedDisclosure,
  vocabulary: Vocabulary,
): Comparison {
  const comparison: Comparison = { cells: 0, losses: [] };
  const tables = readSourceTables(lines).map((table) => joinHeaderRows(table, vocabulary));
  const parts = new Map(
    projects.map((project): [RecordedProject, Part] => [project, { rows: [], notes: [], above: [], gap: 0 }]),
  );
  const ofResults = new Map(
    results.map((result): [RecordedResult, { rows: SourceRow[] }] => [result, { rows: [] }]),
  );
  const ofOffices = new Map(
    overall.map((each): [RecordedOverall, { rows: SourceRow[] }] => [each, { rows: [] }]),
  );
  const read = new Map<RecordedProject | RecordedResult | RecordedOverall, { rows: readonly SourceRow[] }>([
    ...parts,
    ...ofResults,
    ...ofOffices,
  ]);
  for (const [index, table] of tables.entries()) {
    const start = tables[index - 1]?.at(-1)?.endLine ?? 0;
    const bodies = new Map<number, ColumnCell>();
    let unit: ColumnCell | undefined;
    let header: SourceRow | undefined;
    const notes: SourceRow[] = [];
    for (const whole of table) {
      const row = header ? withoutTotal(whole, header, notices, vocabulary.ledger) : whole;
      comparison.cells += row.cells.filter((cell) => cell !== '').length;
      const addBodies = () => {
        for (const [column, label] of header?.cells.entries() ?? []) {
          const text = row.cells[column] ?? '';
          if (
            text !== '' &&
            !TOTAL.test(plainWord(text)) &&
            means(vocabulary.ledger, label, 'department', 'spendingUnit')
          )
            bodies.set(column, { label, text, column, row });
        }
      };
      const isOwner = ({ source }: Pick<RecordedProject, 'source'>) =>
        isWithin(row.line, source.startLine, source.endLine);
      const owners = [...projects, ...results, ...overall].filter(isOwner);
      const owner = projects.find(isOwner);
      if (owners.length > 1) comparison.losses.push(`${row.line} 行 属于 ${owners.length} 个项目`);
      const answer = results.find(isOwner);
      const office = overall.find(isOwner);
      if (answer || office) {
        if (answer) ofResults.get(answer)?.rows.push(row);
        if (office) ofOffices.get(office)?.rows.push(row);
        continue;
      }
      const total = noticesOn(row, notices, 'ledger/total-row').find(({ message }) => isQuoted(row, message));
      if (total) {
        unit = unitIn(row, total.message, header, vocabulary.ledger) ?? unit;
        addBodies();
        continue;
      }
      // The title of the next page.
      if (header && row.cells.every((cell) => cell === '' || isTitle(cell))) continue;
      if (header && projects.some((project) => isNoteOf(project, row))) {
        notes.push(row);
        continue;
      }
      const part = owner && parts.get(owner);
      if (!owner || !part) {
        const isNext = header
          ? isRepeat(row, header, vocabulary.ledger)
          : isLedgerHeader(row, vocabulary.ledger);
        if (isNext) header ??= row;
        else if (!isListed(row, table, start, notices, read, vocabulary))
          comparison.losses.push(`${row.line} 行 “${row.cells.filter(Boolean).join('”“')}”不属于任何项目`);
        continue;
      }
      if (part.rows.length === 0) {
        part.gap = start;
        if (header) part.sharedHeader = header;
        part.above = [...bodies.values(), ...(unit ? [unit] : [])];
      }
      part.rows.push(row);
      if (!header || !isRepeat(row, header, vocabulary.ledger)) addBodies();
    }
    for (const part of parts.values()) if (header && part.sharedHeader === header) part.notes = notes;
  }
  if (tables.length === 0) comparison.losses.push('没有读出一张表');
  const outside = readOutside(lines, tables, notices);
  for (const [project, part] of parts)
    compareProject(project, part, lines, outside, notices, vocabulary, comparison);
  for (const [result, { rows }] of ofResults)
    compareResult(result, rows, lines, notices, vocabulary.result, comparison);
  for (const [office, { rows }] of ofOffices)
    compareOverall(office, rows, lines, notices, vocabulary.result, comparison);
  return comparison;
}

/** Whether a row of a ledger is a note on the project: 注：… is a field of each. */
function isNoteOf({ otherFields }: RecordedProject, { line, endLine, cells }: SourceRow): boolean {
  const texts = cells.filter((cell) => cell !== '');
  if (texts.length === 0) return false;
  const here = otherFields.filter((field) => isWithin(field.line, line, endLine));
  return texts.every((text) =>
    here.some(({ label }) => text.startsWith(label) && /[:：]/.test(text[label.length] ?? '')),
  );
}

/** The lines of texts that a notice reports: from where it begins to a blank line or a row. */
function readOutside(
  lines: readonly string[],
  tables: readonly SourceTable[],
  notices: Notices,
): Set<number> {
  const rows = new Set(tables.flat().map(({ line }) => line));
  const outside = new Set<number>();
  for (const { rule, line } of notices)
    if (rule === 'text/outside-table')
      for (let each = line; each === line || (lines[each - 1]?.trim() && !rows.has(each)); each += 1)
        outside.add(each);
  return outside;
}

function compareProject(
  project: RecordedProject,
  { rows, sharedHeader, notes, above: bodies, gap }: Part,
  lines: readonly string[],
  outside: ReadonlySet<number>,
  notices: Notices,
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
  const first = sharedHeader?.line ?? rows[0]?.line ?? project.source.endLine + 1;
  // Above a ledger they are those of all its projects.
  const start = sharedHeader ? gap + 1 : project.source.startLine;
  const above = blankHidden(lines.slice(start - 1, first - 1)).map((text) =>
    text.replace(/^ *#{1,6}\s+/, '').trim(),
  );
  const fieldRows = above.flatMap((text, index): SourceRow[] => {
    const line = start + index;
    // A row above the header of a ledger may have pipes.
    const cells = text.split(/[\t|]+/).flatMap((cell) => cell.trim() || []);
    return cells.length > 0 && cells.every(isCaption) ? [{ line, endLine: line, cells }] : [];
  });
  fieldRows.push(...notes);
  const columnCells: ColumnCell[] = [];
  let header = sharedHeader;
  let block: IndicatorRow[] = [];
  const close = () => {
    if (header)
      columnCells.push(...compareIndicators(header, block, words, sharedHeader !== undefined, comparison));
    block = [];
  };
  for (const row of rows) {
    // A table over several pages repeats its header.
    if (header && isRepeat(row, header, words) && !hasField(project, row)) continue;
    if (!sharedHeader && isHeader(row, words)) {
      close();
      header = row;
      continue;
    }
    // What the next page says again above its part.
    if (header && row.cells.every((cell) => cell === '' || isTitle(cell))) continue;
    const indicators = byLine.get(row.line);
    const named = noticesOn(row, notices, 'indicator/blank-row').map(({ message }) => message);
    const isRest = header && isTarget(row, header, words) && !hasField(project, row);
    if (header && (sharedHeader ?? indicators ?? (named.length > 0 || isRest)))
      block.push({
        row,
        indicators: indicators ?? [],
        isNamed: (text) => named.some((each) => quotes(each, text)),
      });
    else fieldRows.push(row);
  }
  close();
  const near = [
    ...lines.slice(gap, Math.min(first - 1, header?.line ?? first)),
    ...fieldRows.flatMap(({ cells }) => cells),
  ];
  const isLedger = sharedHeader !== undefined;
  compareFields(
    { project, rows: fieldRows, header, isLedger, above, bodies, near, outside, columnCells, words },
    comparison,
  );
}

function hasField({ otherFields }: RecordedProject, { line, endLine }: SourceRow): boolean {
  return otherFields.some((field) => isWithin(field.line, line, endLine));
}

/** Whether a row has one text that is no label, in the column of a target: the rest of the one above it. */
function isTarget({ cells }: SourceRow, header: SourceRow, words: Words): boolean {
  const filled = cells.filter((cell) => cell !== '');
  if (filled.length !== 1 || filled.some((cell) => isLabel(words, cell))) return false;
  const column = cells.findIndex((cell) => cell !== '');
  const targets = ['target', 'annualTarget', 'periodTarget'].map((name) => `column ${name}`);
  return means(words, header.cells[column] ?? '', ...targets);
}
