/**
 * In: a table, and the forms that it was tried against.
 * Out: its labels that no form has, each with what is next to it; and whether it can be read without them.
 */
import type { OfficeForm } from '../content/read-forms.ts';
import { compileForm, extendForm, type Form } from '../record/form.ts';
import type { FormInput } from '../record/form-schema.ts';
import { formInputs } from '../record/forms/forms.ts';
import { listLabels, looksLikeHeader, looksLikeValue } from '../record/choose-form.ts';
import { Context } from '../record/context.ts';
import { distinctLabels } from '../record/distinct-labels.ts';
import { placesIn } from '../record/find-nearest-label.ts';
import { isIndicatorRow } from '../record/is-foreign.ts';
import { joinHeaders } from '../record/join-headers.ts';
import type { LabelledCell, LabelledGrid, LabelledRow } from '../record/labelled-grid.ts';
import { Notices } from '../record/notices.ts';
import { parseAmount } from '../record/parse-amount.ts';
import { readCaption } from '../record/read-caption.ts';
import { isIndicatorHeader, readColumns } from '../record/read-columns.ts';
import { readFields } from '../record/read-fields.ts';
import { readProjects } from '../record/read-project.ts';
import type { RecognizedTable } from '../record/recognize-tables.ts';
import type { RuleId } from '../record/rules/catalogue.ts';
import { cellAt, distinctCells, filledCells } from '../table/grid.ts';
import { hasUnit, listLabelsOf } from './form-places.ts';

/** A label that staff are asked about. */
export interface AskedLabel {
  /** As `readLabel` simplifies it. */
  key: string;
  /** As it is written in the table. */
  text: string;
  /** Of its first cell in the text of the source. */
  line: number;
  /** Whether the texts are below it: it is the header of a column, or could be. */
  isColumn: boolean;
  /** What is written next to it, the first of each text. */
  samples: readonly string[];
  /** Whether the table names the unit of its sum. */
  isUnitKnown: boolean;
  /** What the office's form has it for, as the id of a choice. Null: no form has it. */
  kept: string | null;
}

export interface AskedTable {
  /** The table's name. Empty: it has none. */
  title: string;
  /** The office's form that reads it. Null: none does, or one of the project. */
  office: OfficeForm | null;
  asked: readonly AskedLabel[];
  /** Whether something of it can't be read until the labels are known. */
  isNeeded: boolean;
}

const MOST_SAMPLES = 4;
/** In characters. */
const LONGEST_SAMPLE = 24;
/** What has a meaning by its place: 合计 in a group of sums, （元） under its label. */
const NO_LABEL = /^(?:合计|总计|小计|共计|总额|总数|\(.*\))$/;
/** Labels that are of target tables: a list of people has 单位 and 电话, too. */
const TELLING = /^(?:fields\.name|goals\.|indicators|columns\.(?!unit|direction))/;
/** What an unknown label can be the reason of. */
const REASONS: ReadonlySet<RuleId> = new Set([
  'table/unknown',
  'form/unknown',
  'project/no-name',
  'budget/missing',
  'indicator/missing',
] as RuleId[]);

export function findAskedLabels(
  { grid: given, form }: RecognizedTable,
  forms: readonly OfficeForm[],
): AskedTable {
  const grid = joinHeaders(given, [form]);
  const office = forms.find((each) => each.form === form) ?? null;
  const kept = new Map(office ? listLabelsOf(office.data).map(({ key, choice }) => [key, choice]) : []);
  const header = headerOf(grid, form);
  const cut = header ? grid.rows.indexOf(header) : grid.rows.findIndex((row) => isIndicatorRow(row, form));
  const head = { ...grid, rows: cut < 0 ? grid.rows : grid.rows.slice(0, cut) };
  const { understood, unknown } = listLabels(withoutTexts(head, form), form);
  const isWord = ({ key }: LabelledCell) => form.categories.has(key) || form.subcategories.has(key);
  const isKnown = ({ key }: LabelledCell) => placesIn(form, key).length > 0;
  const inHeader = header ? filledCells(header).filter(({ key }) => key !== '') : [];
  const isAsked = (cell: LabelledCell) =>
    kept.has(cell.key) || (!isWord(cell) && !isKnown(cell) && !NO_LABEL.test(cell.key));
  const inHead = [...understood, ...unknown]
    .filter(isAsked)
    .sort((a, b) => a.line - b.line || a.column - b.column);
  const hasSheetHead = new Set(inHead);
  const cells = distinctLabels([...inHead, ...inHeader.filter(isAsked)]);
  const isLikely =
    /绩效目标/.test(grid.title?.text ?? '') ||
    [...understood, ...inHeader].some(({ key }) =>
      placesIn(form, key).some((place) => TELLING.test(place)),
    ) ||
    [...unknown, ...inHeader].some(({ key }) => /指标|绩效/.test(key)) ||
    grid.rows.some((row) => isIndicatorRow(row, form));
  const asked = cells.map((cell): AskedLabel => {
    const isInHead = hasSheetHead.has(cell);
    const samples = isInHead ? valueOf(cell, head, form) : textsBelow(cell, header, grid);
    return {
      ...{ key: cell.key, text: cell.text, line: cell.line, kept: kept.get(cell.key) ?? null },
      // Without a header any label could be of a column.
      isColumn: !isInHead || !header,
      samples: samples.slice(0, MOST_SAMPLES).map((text) => shorten(text)),
      // A unit that was chosen can be chosen again.
      isUnitKnown: !hasUnit(kept.get(cell.key)) && isUnitKnown(cell, samples, isInHead, grid, form, office),
    };
  });
  const open = asked.filter((label) => label.kept === null);
  return {
    ...{ title: grid.title?.text ?? '', office, asked },
    isNeeded: isLikely && open.length > 0 && isUnread(grid, form, open),
  };
}

/**
 * The row over the columns of indicators: the form's, else the one right above the first indicator, else one that speaks of
 * indicators, else the first of the widest rows. Null: none looks like it.
 */
function headerOf({ rows }: LabelledGrid, form: Form): LabelledRow | null {
  const ofForm = rows.find((row) => isIndicatorHeader(row, form));
  if (ofForm) return ofForm;
  const couldBe = (row: LabelledRow | undefined): row is LabelledRow =>
    row !== undefined &&
    distinctCells(filledCells(row)).length >= 3 &&
    !isIndicatorRow(row, form) &&
    filledCells(row).every((cell) => cell.key !== '' && !looksLikeValue(cell));
  const first = rows.findIndex((row) => isIndicatorRow(row, form));
  const above = first < 0 ? undefined : rows[first - 1];
  if (couldBe(above)) return above;
  const speaking = rows.find((row) => looksLikeHeader(row) && couldBe(row));
  if (speaking) return speaking;
  const widths = rows.map((row) => distinctCells(filledCells(row)).length);
  const widest = rows[widths.indexOf(Math.max(...widths))];
  return couldBe(widest) && widest !== rows.at(-1) ? widest : null;
}

/** A text alone in its row is a title above all labels; below the label of a goal it is the goal. */
function withoutTexts(grid: LabelledGrid, form: Form): LabelledGrid {
  const isAlone = (row: LabelledRow) => distinctCells(filledCells(row)).length <= 1;
  const first = grid.rows.findIndex((row) => !isAlone(row));
  const isGoal = ({ key }: LabelledCell) => form.goals.has(key) || form.goalSections.has(key);
  return {
    ...grid,
    rows: grid.rows.filter((row, index) => {
      const above = grid.rows[index - 1];
      return index >= first && !(isAlone(row) && above && filledCells(above).some(isGoal));
    }),
  };
}

function valueOf(label: LabelledCell, { rows }: LabelledGrid, form: Form): string[] {
  const fields = rows.flatMap((row) => readFields(row, form));
  const value = fields.find((field) => field.label === label)?.value;
  const row = rows.find(({ cells }) => cells.includes(label));
  // A label that was taken for a value has its text behind it.
  const next = row && filledCells(row)[filledCells(row).indexOf(label) + 1];
  const found = value ?? next;
  return found ? [found.text] : [];
}

function textsBelow(label: LabelledCell, header: LabelledRow | null, { rows }: LabelledGrid): string[] {
  if (!header) return [];
  const column = header.cells.indexOf(label);
  const below = rows.slice(rows.indexOf(header) + 1).flatMap((row) => cellAt(row, column) ?? []);
  return distinctCells(below).map(({ text }) => text);
}

function shorten(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length > LONGEST_SAMPLE ? `${line.slice(0, LONGEST_SAMPLE)}…` : line;
}

/** In a head, the table is read as if the label were that of the budget: a group, a cell or the caption may name the unit. */
function isUnitKnown(
  { key, label }: LabelledCell,
  samples: readonly string[],
  isInHead: boolean,
  grid: LabelledGrid,
  form: Form,
  office: OfficeForm | null,
): boolean {
  const amounts = samples.flatMap((text) => parseAmount(text) ?? []);
  if (label.unit !== null || readCaption(grid, form).unit !== null) return true;
  if (amounts.length === 0) return false;
  if (!isInHead) return amounts.every(({ unit }) => unit !== null);
  const trial = compileForm(
    extendForm({ name: form.name, budget: [key] }, withoutUnits(inputOf(form, office))),
  );
  return !noticesOf(grid, trial).some(({ rule }) => rule === 'budget/no-unit');
}

/** The form as data. */
function inputOf({ name }: Form, office: OfficeForm | null): FormInput {
  const base = office
    ? formInputs[office.data.basedOn]
    : Object.values(formInputs).find((each) => each.name === name);
  return office
    ? extendForm({ ...office.data, layout: office.data.layout ?? base?.layout }, base ?? { name })
    : (base ?? { name });
}

/** A unit that the form itself names was chosen, and may be chosen again. */
function withoutUnits(input: FormInput): FormInput {
  const strip = (labels: readonly string[] = []) => labels.map((label) => label.replace(/（万?元）$/, ''));
  const { budget, totals, funding } = input;
  return { ...input, budget: strip(budget), totals: strip(totals), funding: strip(funding) };
}

/** Whether one of the labels is the reason that the table, or its targets, can't be read. */
function isUnread(grid: LabelledGrid, form: Form, open: readonly AskedLabel[]): boolean {
  const rules = new Set(noticesOf(grid, form).map(({ rule }) => rule));
  const has = (test: (cell: LabelledCell) => boolean) => grid.rows.some((row) => filledCells(row).some(test));
  const header = grid.rows.find((row) => isIndicatorHeader(row, form));
  if (header) rules.delete('indicator/missing');
  if (has(({ key }) => form.head.get(key)?.name === 'name')) rules.delete('project/no-name');
  if (!open.some(({ samples }) => samples.some((text) => parseAmount(text)))) rules.delete('budget/missing');
  const isWithoutTargets =
    header &&
    open.some(({ isColumn }) => isColumn) &&
    readColumns(header, form).sides.every(
      ({ at }) => at.annualTarget === undefined && at.periodTarget === undefined,
    );
  return isWithoutTargets === true || [...rules].some((rule) => REASONS.has(rule));
}

function noticesOf(grid: LabelledGrid, form: Form): Notices['all'] {
  const notices = new Notices('');
  readProjects(grid, { path: '', sha256: '', year: YEAR }, new Context(form, notices));
  return notices.all;
}

/** Any will do: the year is no label. */
const YEAR = 2026;
