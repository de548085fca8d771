/**
 * In: one table of the source.
 * Out: what must be published of it: each cell under the word or the column it belongs to.
 */
import { CATEGORY, SUBCATEGORY, columnWord, goalWord, headWord, plainWord } from './form-words.ts';
import { readGoalTexts } from './goal-texts.ts';
import type { SourceRow, SourceTable } from './source-tables.ts';

/** A cell of the head and the word it belongs to: a key of the form, or a label of the office's own. */
export interface ExpectedField {
  key: string;
  text: string;
  line: number;
}
/** A row of the indicator table; a value a column, `details` those of the office's own columns. */
export interface ExpectedRow {
  line: number;
  category: string;
  subcategory: string;
  name: string;
  periodTarget: string;
  annualTarget: string;
  details: { label: string; value: string }[];
}
export interface ExpectedProject {
  name: string;
  /** The budget in fen, worked out from the cell; null where the cell is no amount, undefined where its unit stands elsewhere. */
  fen: bigint | null | undefined;
  fields: ExpectedField[];
  rows: ExpectedRow[];
  /** First and last line of the table. */
  startLine: number;
  endLine: number;
  /** Cells that are not empty, labels included. */
  cells: number;
}

/** The projects of a table: nearly always one, two where the empty line between two tables is missing. */
export function readExpected(table: SourceTable): ExpectedProject[] {
  return splitAtNames(table).map(readProject);
}

/** Where a table stands, and how many cells it has that are not empty. */
export function readExtent(table: SourceTable): Pick<ExpectedProject, 'startLine' | 'endLine' | 'cells'> {
  return {
    startLine: table[0]?.line ?? 1,
    endLine: table.at(-1)?.endLine ?? 1,
    cells: table.reduce((sum, row) => sum + filled(row).length, 0),
  };
}

function splitAtNames(table: SourceTable): SourceTable[] {
  const parts: SourceTable[] = [[]];
  let sawHeader = false;
  for (const row of table) {
    if (isHeader(row)) sawHeader = true;
    const [first = ''] = filled(row);
    if (sawHeader && headWord(first) === 'name') {
      parts.push([]);
      sawHeader = false;
    }
    parts.at(-1)?.push(row);
  }
  return parts;
}

function readProject(table: SourceTable): ExpectedProject {
  const fields: ExpectedField[] = [];
  const body: SourceRow[] = [];
  const goals: SourceRow[] = [];
  let header: SourceRow | undefined;
  let inGoals = false;
  for (const row of table) {
    const [first] = filled(row);
    if (first === undefined) continue;
    if (header) {
      if (isBelow(row, header)) fields.push(...readFields(row));
      else body.push(row);
    } else if (isHeader(row)) header = row;
    else if (goalWord(first) !== undefined || (inGoals && headWord(first) === undefined)) {
      goals.push(row);
      inGoals = true;
    } else {
      fields.push(...readFields(row));
      inGoals = false;
    }
  }
  fields.push(...readGoalTexts(goals, goalWord));
  return {
    name: fields.find(({ key }) => key === 'name')?.text ?? '',
    fen: readFen(table),
    fields,
    rows: header ? readRows(header, body) : [],
    ...readExtent(table),
  };
}

function filled({ cells }: SourceRow): string[] {
  return cells.filter((cell) => cell !== '');
}

function isHeader({ cells }: SourceRow): boolean {
  const words = cells.map((cell) => columnWord(cell));
  return words.includes('name') && (words.includes('category') || words.includes('subcategory'));
}

/** A row under the indicators that is a field, such as 备注: it begins left of the categories and has one value at most. */
function isBelow(row: SourceRow, header: SourceRow): boolean {
  const [first = '', ...others] = filled(row);
  if (headWord(first) !== undefined) return true;
  const home = header.cells.findIndex((cell) => columnWord(cell) === 'category');
  return others.length < 2 && row.cells.indexOf(first) < home && !CATEGORY.test(plainWord(first));
}

/** A row that adds the others up: no project's, and shown with the whole source. */
export function isTotal(row: SourceRow): boolean {
  return /^(?:合计|总计|小计|共计)$/.test(plainWord(filled(row)[0] ?? ''));
}

/** Pairs of a label and a value, wherever in the row they stand. A label of the form without a value is none of them; a colon makes a pair of one cell. */
function readFields(row: SourceRow): ExpectedField[] {
  const cells = filled(row);
  const fields: ExpectedField[] = [];
  for (let index = 0; index < cells.length; index += 1) {
    const [label = '', value] = cells.slice(index);
    const key = headWord(label) ?? label;
    const hasValue = value !== undefined && (cells.length === 2 || headWord(value) === undefined);
    const [, word = '', rest = ''] = /^([^:：]+)[:：]\s*(\S[^]*)$/.exec(label) ?? [];
    if (!hasValue && headWord(word) !== undefined)
      fields.push({ key: headWord(word) ?? '', text: rest, line: row.line });
    else if (hasValue) fields.push({ key, text: value, line: row.line });
    else if (key === label) fields.push({ key, text: '', line: row.line });
    if (hasValue) index += 1;
  }
  return fields;
}

function readRows(header: SourceRow, body: readonly SourceRow[]): ExpectedRow[] {
  const columns = header.cells.map((cell) => ({ cell, word: columnWord(cell) }));
  const at = (word: string) => columns.findIndex((column) => column.word === word);
  const isHeaded = (column: number) =>
    columns[column] !== undefined && columns[column].cell !== '' && columns[column].word !== 'section';
  let category = '';
  let subcategory = '';
  return body.map((row) => {
    const cells = straighten(
      row.cells,
      { at: at('category'), isOwn: (cell) => CATEGORY.test(plainWord(cell)) },
      { at: at('subcategory'), isOwn: (cell) => SUBCATEGORY.test(plainWord(cell)) },
      isHeaded,
    );
    const cell = (word: string) => cells[at(word)] ?? '';
    // An empty cell of a merged column takes the text above it, until the column to its left changes.
    if (cell('category') !== '') subcategory = '';
    category = cell('category') || category;
    subcategory = cell('subcategory') || subcategory;
    const details = columns.flatMap(({ cell: label, word }, column) =>
      label !== '' && (word === undefined || at(word) !== column) && (cells[column] ?? '') !== ''
        ? [{ label, value: cells[column] ?? '' }]
        : [],
    );
    return {
      line: row.line,
      category,
      subcategory,
      name: cell('name'),
      periodTarget: cell('periodTarget'),
      annualTarget: cell('annualTarget'),
      details,
    };
  });
}

/** A column, and what tells that a cell belongs to it. */
export interface HomeColumn {
  /** Its number; -1: there is none. */
  at: number;
  isOwn: (cell: string) => boolean;
}

/** The row moved sideways until its category, or else its subcategory, stands in its column and every cell under a header. */
export function straighten(
  cells: readonly string[],
  category: HomeColumn,
  subcategory: HomeColumn,
  isHeaded: (column: number) => boolean,
): readonly string[] {
  const fits = (moved: number) => cells.every((cell, column) => cell === '' || isHeaded(column + moved));
  const placeOf = ({ at, isOwn }: HomeColumn) => (at < 0 ? -1 : cells.findIndex(isOwn));
  const first = placeOf(category);
  const second = placeOf(subcategory);
  const by = first >= 0 ? category.at - first : second >= 0 ? subcategory.at - second : 0;
  if (by === 0 || (first >= 0 && fits(0)) || !fits(by)) return cells;
  return by > 0 ? [...Array.from({ length: by }, () => ''), ...cells] : cells.slice(-by);
}

/** `2026年预算金额(元) 27,700.00` → 2770000n, by digits alone. */
function readFen(table: SourceTable): bigint | null | undefined {
  for (const row of table) {
    const cells = filled(row);
    const place = cells.findIndex((cell) => headWord(cell) === 'budget');
    if (place < 0) continue;
    const text = plainWord(cells[place + 1] ?? '').replaceAll(',', '');
    const [, whole = '', part = '', unit] = /^(\d+)(?:\.(\d+))?(万?元)?$/.exec(text) ?? [];
    if (whole === '') return null;
    const written = unit ?? /万?元/.exec(plainWord(cells[place] ?? ''))?.[0];
    if (written === undefined) return undefined;
    const places = written === '万元' ? 6 : 2;
    const digits = part.replace(/0+$/, '');
    return digits.length > places ? null : BigInt(whole + digits.padEnd(places, '0'));
  }
  return null;
}
