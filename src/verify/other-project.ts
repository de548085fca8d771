/**
 * In: one table of any form.
 * Out: its projects, each cell with the places in which it may be published.
 *
 * Which of several words a form prefers for a field (项目单位 or 单位名称) is for the parser to say: here a cell may stand in the
 * field that its label may mean, or under its own label, and nowhere else.
 */
import { headWord, isCaption, plainWord } from './form-words.ts';
import { readGoalTexts } from './goal-texts.ts';
import { isIndicatorHeader, readOtherRows, type OtherRow } from './other-rows.ts';
import type { SourceRow, SourceTable } from './source-tables.ts';
import { means, toBareWord, type Vocabulary } from './vocabulary.ts';

/** A text under a key: one of `form-words.ts`, or a label of the office's own. */
interface Option {
  key: string;
  text: string;
}
/** A cell of the head; it is published as one of its options. */
export interface OtherField {
  line: number;
  text: string;
  options: Option[];
}
export interface OtherProject {
  name: string;
  fields: OtherField[];
  rows: OtherRow[];
  /** Units of money that stand in labels of the head and above the table. */
  units: ReadonlySet<string>;
  /** First line of the project. */
  startLine: number;
}

const HEAD = 'name type level department spendingUnit budget funding group other period start end'.split(' ');
const TOTAL = /^(?:合计|总计|小计|共计)$/;
/** The numbers of a ledger's rows say nothing of a project. */
const SERIAL = /^(?:序号|编号)$/;
const FIELD_LINE = /^(?:填报|编制|申报|项目|预算|主管)?(?:单位|部门|日期|时间|年度)(?:名称)?(?:\([^()]*\))?$/;
const YEARS = /^\d{4}年?(?:[-~—–至到]+\d{4}年?)?$/;

/** @param above The lines between the table and the one before it. */
export function readOtherTable(
  table: SourceTable,
  vocabulary: Vocabulary,
  above: readonly string[],
): OtherProject[] {
  const header = findLedgerHeader(table, vocabulary);
  if (header) return readLedger(table, header, vocabulary, above);
  return splitSheets(table, vocabulary).map((rows, index) =>
    readSheet(rows, vocabulary, index === 0 ? above : []),
  );
}

/** The rows that are a project's. Those above a ledger's projects, and those that add them up, are none's. */
function rowsOfProjects(table: SourceTable, vocabulary: Vocabulary): SourceTable {
  const header = findLedgerHeader(table, vocabulary);
  if (!header) return table;
  const nameAt = nameColumn(header, vocabulary);
  return table.slice(table.indexOf(header) + 1).filter((row) => !isTotal(row, nameAt));
}

function findLedgerHeader(table: SourceTable, vocabulary: Vocabulary): SourceRow | undefined {
  return table.find((row) => isIndicatorHeader(row, vocabulary) && nameColumn(row, vocabulary) >= 0);
}

function nameColumn({ cells }: SourceRow, vocabulary: Vocabulary): number {
  return cells.findIndex((cell) => cell !== '' && means(vocabulary, cell, 'name'));
}

/** A row that adds the others up. */
function isTotal(row: SourceRow, nameAt: number): boolean {
  return TOTAL.test(toBareWord(row.cells[nameAt] || (filled(row)[0] ?? '')));
}

/** Where no empty line stands between two tables, the second begins at its title or its name. */
function splitSheets(table: SourceTable, vocabulary: Vocabulary): SourceTable[] {
  const parts: SourceTable[] = [[]];
  let sawHeader = false;
  for (const row of table) {
    const texts = new Set(filled(row));
    const [first = ''] = texts;
    if (sawHeader && ((texts.size === 1 && isCaption(first)) || means(vocabulary, first, 'name'))) {
      parts.push([]);
      sawHeader = false;
    }
    sawHeader ||= isIndicatorHeader(row, vocabulary);
    parts.at(-1)?.push(row);
  }
  return parts;
}

function readSheet(table: SourceTable, vocabulary: Vocabulary, above: readonly string[]): OtherProject {
  const start = table[0]?.line ?? 1;
  const fields = above.flatMap((text) => readLine(text, start, vocabulary));
  const goals: SourceRow[] = [];
  const body: SourceRow[] = [];
  let header: SourceRow | undefined;
  let inGoals = false;
  for (const row of table) {
    const [first] = filled(row);
    if (first === undefined || filled(row).every(isCaption)) continue;
    if (header) {
      if (isBelow(row, header, vocabulary)) fields.push(...readPairs(row, vocabulary));
      else body.push(row);
    } else if (isIndicatorHeader(row, vocabulary)) {
      header = row;
    } else if (
      means(vocabulary, first, 'goals', 'periodGoal', 'annualGoal') ||
      (inGoals && !isLabel(first, vocabulary))
    ) {
      goals.push(row);
      inGoals = true;
    } else {
      fields.push(...readPairs(row, vocabulary));
      inGoals = false;
    }
  }
  fields.push(...readGoals(goals, vocabulary));
  const head = header ? table.slice(0, table.indexOf(header)) : table;
  return {
    name: nameIn(fields),
    fields,
    rows: header ? readOtherRows(header, body, vocabulary) : [],
    units: unitsIn([...head.flatMap(filled), ...above]),
    startLine: start,
  };
}

/** `填报单位：青溪县水务局` above a table is a field of its first project. */
function isFieldLine(text: string): boolean {
  const [label = ''] = plainWord(text).split(':');
  return FIELD_LINE.test(label) && !isCaption(text) && /[:：]\s*\S/.test(text);
}

function readLine(text: string, line: number, vocabulary: Vocabulary): OtherField[] {
  if (!isFieldLine(text)) return [];
  const [, label = '', value = ''] = /^\s*([^:：]+?)\s*[:：]\s*(.*?)\s*$/.exec(text) ?? [];
  return [{ line, text, options: optionsOf(label, value, vocabulary) }];
}

/** A ledger: a row an indicator; the project's own columns are blank, or repeated, below its first row. */
function readLedger(
  table: SourceTable,
  header: SourceRow,
  vocabulary: Vocabulary,
  above: readonly string[],
): OtherProject[] {
  const own = ownColumns(header, vocabulary);
  const bare = (row: SourceRow) => ({
    ...row,
    cells: row.cells.map((cell, at) => (own.has(at) ? '' : cell)),
  });
  return groupByName(rowsOfProjects(table, vocabulary), nameColumn(header, vocabulary)).map((rows) => {
    const fields = [...own].flatMap(([column, label]) => {
      if (SERIAL.test(toBareWord(label))) return [];
      const texts = new Map(rows.map(({ cells, line }) => [cells[column] ?? '', line]));
      texts.delete('');
      return [...texts].map(([text, line]) => ({ line, text, options: optionsOf(label, text, vocabulary) }));
    });
    return {
      name: nameIn(fields),
      fields,
      rows: readOtherRows(bare(header), rows.map(bare), vocabulary),
      units: unitsIn([...header.cells, ...above]),
      startLine: rows[0]?.line ?? header.line,
    };
  });
}

/** The columns of a ledger that speak of the project, with their labels. */
function ownColumns({ cells }: SourceRow, vocabulary: Vocabulary): Map<number, string> {
  const isColumn = (label: string) =>
    [...(vocabulary.get(toBareWord(label)) ?? [])].some((meaning) => meaning.startsWith('column '));
  const first = cells.findIndex((cell) =>
    means(vocabulary, cell, 'column category', 'column subcategory', 'column name'),
  );
  const isOwn = (label: string, column: number) =>
    column < first ||
    means(vocabulary, label, 'periodGoal', 'annualGoal') ||
    (isLabel(label, vocabulary) && !means(vocabulary, label, 'other', 'group'));
  return new Map(
    [...cells.entries()].filter(
      ([column, label]) => label !== '' && !isColumn(label) && isOwn(label, column),
    ),
  );
}

function groupByName(rows: SourceTable, nameAt: number): SourceTable[] {
  const groups: SourceTable[] = [];
  let current = '';
  for (const row of rows) {
    const name = row.cells[nameAt] ?? '';
    const group = groups.at(-1);
    if (group && (name === '' || name === current)) group.push(row);
    else groups.push([row]);
    current = name || current;
  }
  return groups;
}

/** Pairs of a label and a value, wherever in the row they stand. A label of a form without a value is none of them. */
function readPairs(row: SourceRow, vocabulary: Vocabulary): OtherField[] {
  const cells = filled(row);
  const fields: OtherField[] = [];
  for (let index = 0; index < cells.length; index += 1) {
    const [cell = '', next] = cells.slice(index);
    const inOne = splitLabel(cell, vocabulary);
    if (inOne) {
      fields.push({ line: row.line, text: cell, options: inOne });
    } else if (next !== undefined && !isNextLabel(cell, next, cells.length, vocabulary)) {
      fields.push({ line: row.line, text: next, options: optionsOf(cell, next, vocabulary) });
      index += 1;
    } else if (!isLabel(cell, vocabulary) && !isCaption(cell)) {
      fields.push({ line: row.line, text: cell, options: [{ key: cell, text: '' }] });
    }
  }
  return fields;
}

function isNextLabel(label: string, next: string, count: number, vocabulary: Vocabulary): boolean {
  if (!isLabel(next, vocabulary)) return splitLabel(next, vocabulary) !== undefined;
  return (
    count > 2 || (isLabel(label, vocabulary) && means(vocabulary, next, 'budget', 'funding', 'start', 'end'))
  );
}

/** `主管部门：水务局` in one cell. Undefined: it is not a label that a form knows, with a value behind it. */
function splitLabel(cell: string, vocabulary: Vocabulary): Option[] | undefined {
  const [, label = '', value = ''] = /^([^:：]{2,24})[:：]\s*(\S[^]*)$/.exec(cell) ?? [];
  return isLabel(label, vocabulary) ? optionsOf(label, value, vocabulary) : undefined;
}

/** Where a text may stand that has this label. Two years are published as years; any other period as it was written. */
function optionsOf(label: string, text: string, vocabulary: Vocabulary): Option[] {
  const years = plainWord(text);
  const inFields = [...(vocabulary.get(toBareWord(label)) ?? [])].flatMap((key): Option[] => {
    if (key !== 'period' && key !== 'start' && key !== 'end') return [{ key, text }];
    return YEARS.test(years) ? [{ key, text: (years.match(/\d{4}/g) ?? []).join('-') }] : [];
  });
  return [...inFields, { key: headWord(label) ?? label, text }];
}

/** Each line of a goal's text is looked up by itself. */
function readGoals(rows: readonly SourceRow[], vocabulary: Vocabulary): OtherField[] {
  const meaningOf = (text: string) =>
    ['periodGoal', 'annualGoal', 'goals'].find((meaning) => means(vocabulary, text, meaning));
  return readGoalTexts(rows, meaningOf).flatMap(({ key, text, line }) =>
    text.split('\n').map((piece) => ({ line, text: piece, options: [{ key, text: piece }] })),
  );
}

/** A row under the indicators that is a field, such as 备注: it begins left of the categories and has one value at most. */
function isBelow(row: SourceRow, header: SourceRow, vocabulary: Vocabulary): boolean {
  const [first = '', ...others] = filled(row);
  if (means(vocabulary, first, 'is category')) return false;
  if (isLabel(first, vocabulary)) return true;
  const home = header.cells.findIndex((cell) => means(vocabulary, cell, 'column category'));
  return others.length < 2 && row.cells.indexOf(first) < home;
}

function isLabel(text: string, vocabulary: Vocabulary): boolean {
  return means(vocabulary, text, ...HEAD);
}

function nameIn(fields: readonly OtherField[]): string {
  const named = fields.flatMap(({ options }) => options).find(({ key }) => key === 'name');
  return named?.text ?? '';
}

/** `项目资金（万元）` and `单位：万元` → 万元. */
function unitsIn(texts: readonly string[]): ReadonlySet<string> {
  return new Set(
    texts.flatMap(
      (text) => /(?:\(|单位:?)(?:金额)?(?:单位:?)?(?:人民币)?(万?元)\)?/.exec(plainWord(text))?.[1] ?? [],
    ),
  );
}

function filled({ cells }: SourceRow): string[] {
  return cells.filter((cell) => cell !== '');
}
