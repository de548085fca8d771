/**
 * In: a Grid, and the forms that it may be filled in on.
 * Out: the form that understands most of its labels, with the labels that it does and does not understand.
 */
import { filledCells, type Cell, type Grid, type Row } from '../table/grid.ts';
import type { Form } from './form.ts';
import { isIndicatorHeader } from './read-columns.ts';
import { readFields } from './read-fields.ts';
import { readLabel } from './read-label.ts';

/** How well a form fits a table. */
interface Fit {
  form: Form;
  score: number;
}

/** Rows in which a table's labels are looked for: heads are short, and what is longer is no head. */
const MOST_ROWS = 40;

/** @param forms At least one. Where two fit alike, the first is chosen. */
export function chooseForm(grid: Grid, forms: readonly Form[]): Form {
  const head = headRows(grid, forms);
  const cells = head.flatMap((row) => filledCells(row)).map(({ text }) => readLabel(text).key);
  const keys = cells.filter((key) => key !== '');
  const fits = forms.map((form): Fit => ({ form, score: scoreOf(form, head, keys) }));
  return fits.reduce((best, fit) => (fit.score > best.score ? fit : best)).form;
}

/** The labels of a table's head and indicator header, by whether a form knows them. */
export function listLabels(grid: Grid, form: Form): { understood: Cell[]; unknown: Cell[] } {
  const understood: Cell[] = [];
  const unknown: Cell[] = [];
  for (const row of headRows(grid, [form])) {
    const isHeader = isIndicatorHeader(row, form) || looksLikeHeader(row);
    const labels = isHeader ? filledCells(row) : readFields(row, form).map(({ label }) => label);
    for (const label of labels) {
      const { key } = readLabel(label.text);
      if (key === '' || key.length > 16) continue;
      (knows(form, key) ? understood : unknown).push(label);
    }
  }
  return { understood, unknown };
}

/** A ledger is known by a header that names projects and indicators alike; no sheet has one. */
export function isLedgerHeader(row: Row, form: Form): boolean {
  return (
    isIndicatorHeader(row, form) &&
    row.cells.some(({ text }) => text !== '' && form.head.get(readLabel(text).key)?.name === 'name')
  );
}

/** Rows up to the indicator header, and that. */
function headRows({ rows }: Grid, forms: readonly Form[]): Row[] {
  const first = rows.slice(0, MOST_ROWS);
  const header = first.findIndex((row) => forms.some((form) => isIndicatorHeader(row, form)));
  return header < 0 ? first : first.slice(0, header + 1);
}

function scoreOf(form: Form, head: readonly Row[], keys: readonly string[]): number {
  const header = head.at(-1);
  const isLedger = header !== undefined && isLedgerHeader(header, form);
  if (form.isLedger !== isLedger) return -1;
  return keys.reduce((sum, key) => sum + Number(knows(form, key)) + Number(isOwnWord(form, key)) / 100, 0);
}

function knows(form: Form, key: string): boolean {
  return (
    form.head.has(key) ||
    form.columns.has(key) ||
    form.goals.has(key) ||
    form.goalSections.has(key) ||
    form.indicators.has(key)
  );
}

/** Whether a label is the very word of the form, not one that other offices use for it. */
function isOwnWord(form: Form, key: string): boolean {
  return (form.head.get(key) ?? form.goals.get(key) ?? form.columns.get(key))?.rank === 0;
}

/** A row of several short cells, two of which speak of indicators. */
function looksLikeHeader(row: Row): boolean {
  const cells = filledCells(row);
  return cells.length >= 3 && cells.filter(({ text }) => /指标|目标值/.test(text)).length >= 2;
}
