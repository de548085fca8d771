/**
 * In: a grid, and the forms that it may be filled in on.
 * Out: the form that has most of its labels; the labels that a form has and doesn't have.
 */
import { filledCells } from '../table/grid.ts';
import type { Form } from './form.ts';
import type { LabelledCell, LabelledGrid, LabelledRow } from './labelled-grid.ts';
import { isIndicatorHeader } from './read-columns.ts';
import { readFields } from './read-fields.ts';

/** How well a form fits a table. */
interface Fit {
  form: Form;
  score: number;
}

/** Rows that are searched for labels; heads are shorter. */
const MOST_ROWS = 40;
/** Labels that nobody described are no longer than this, in characters. */
const LONGEST = 16;

/** @param forms At least one. If two fit alike, the first is chosen. */
export function chooseForm(grid: LabelledGrid, forms: readonly Form[]): Form {
  const head = headRows(grid, forms);
  const keys = head
    .flatMap((row) => filledCells(row))
    .map(({ key }) => key)
    .filter((key) => key !== '');
  const fits = forms.map((form): Fit => ({ form, score: scoreOf(form, head, keys) }));
  return fits.reduce((best, fit) => (fit.score > best.score ? fit : best)).form;
}

/**
 * The labels of a table's head and indicator header, by whether a form has them. Behind a header that no form has, only labels
 * of the form are listed: the others may be indicators.
 */
export function listLabels(grid: LabelledGrid, form: Form): Record<'understood' | 'unknown', LabelledCell[]> {
  const understood: LabelledCell[] = [];
  const unknown: LabelledCell[] = [];
  let isHead = true;
  for (const row of headRows(grid, [form])) {
    const isHeader: boolean = isIndicatorHeader(row, form) || (isHead && looksLikeHeader(row));
    for (const label of isHeader ? filledCells(row) : labelsOf(row, form)) {
      if (label.key === '' || label.key.length > LONGEST) continue;
      if (hasLabel(form, label.key)) understood.push(label);
      else if (isHead && !looksLikeValue(label)) unknown.push(label);
    }
    isHead &&= !isHeader;
  }
  return { understood, unknown };
}

/** Labels of a row with their values. A figure without a value shows that the cell before it is its label. */
function labelsOf(row: LabelledRow, form: Form): LabelledCell[] {
  const fields = readFields(row, form);
  return fields.flatMap(({ label, value }, index) => {
    const next = fields[index + 1];
    const isPair = next?.value === null && looksLikeValue(next.label);
    return isPair && value ? [label, value] : [label];
  });
}

/** A figure, a comparison or a sentence. */
export function looksLikeValue({ text }: LabelledCell): boolean {
  return /^[≥≤<>=＜＞≧≦＝±¥￥-]?\s*\d[\d,，]*(?:\.\d+)?(?:$|[^.、,，\d])|[，。；;]|^[-—/\\]+$/.test(
    text.trim(),
  );
}

/** Only a ledger has a header with projects and indicators. */
export function isLedgerHeader(row: LabelledRow, form: Form): boolean {
  return (
    isIndicatorHeader(row, form) &&
    row.cells.some(({ text, key }) => text !== '' && form.head.get(key)?.name === 'name')
  );
}

/** Rows up to the indicator header, and that. */
function headRows({ rows }: LabelledGrid, forms: readonly Form[]): LabelledRow[] {
  const first = rows.slice(0, MOST_ROWS);
  const header = first.findIndex((row) => forms.some((form) => isIndicatorHeader(row, form)));
  return header < 0 ? first : first.slice(0, header + 1);
}

function scoreOf(form: Form, head: readonly LabelledRow[], keys: readonly string[]): number {
  const header = head.at(-1);
  const isLedger = header !== undefined && isLedgerHeader(header, form);
  if (form.isLedger !== isLedger) return -1;
  return keys.reduce(
    (sum, key) => sum + Number(hasLabel(form, key)) + Number(isFirstWord(form, key)) / 100,
    0,
  );
}

function hasLabel(form: Form, key: string): boolean {
  return (
    form.head.has(key) ||
    form.columns.has(key) ||
    form.goals.has(key) ||
    form.goalSections.has(key) ||
    form.indicators.has(key)
  );
}

/** Whether a label is the form's first word for its meaning, not a synonym of other offices. */
function isFirstWord(form: Form, key: string): boolean {
  return (form.head.get(key) ?? form.goals.get(key) ?? form.columns.get(key))?.rank === 0;
}

/** A row of several cells; at least two are about indicators. */
export function looksLikeHeader(row: LabelledRow): boolean {
  const cells = filledCells(row);
  return cells.length >= 3 && cells.filter(({ text }) => /指标|目标值/.test(text)).length >= 2;
}
