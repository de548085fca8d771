/**
 * In: a grid: one 《项目绩效目标表》, or a ledger of many.
 * Out: its Projects. A project with an error is left out.
 */
import { filledCells, type Position } from '../table/grid.ts';
import { checkProject } from './check-project.ts';
import { isLedgerHeader, listLabels } from './choose-form.ts';
import { chooseYear } from './choose-year.ts';
import type { Context } from './context.ts';
import { describeUnknown } from './describe-unknown.ts';
import type { ParsedIndicator, ParsedProject } from './disclosure-schema.ts';
import { findAsked } from './find-asked.ts';
import { findFunds } from './find-funds.ts';
import type { Form } from './form.ts';
import { FIELD_LABELS } from './fields.ts';
import { joinHeaders } from './join-headers.ts';
import { LabelledCell, type LabelledGrid, type LabelledRow } from './labelled-grid.ts';
import type { PartCells, Positions } from './positions.ts';
import { readCaption, takeUnit, type Caption } from './read-caption.ts';
import { BARE_TOTAL, readFieldRows, type Field } from './read-fields.ts';
import { joinGoal, readGoals, type GoalsReading } from './read-goals.ts';
import { readHead } from './read-head.ts';
import { readIndicators } from './read-indicators.ts';
import { readLedger, reportOutside } from './read-ledger.ts';
import { isIndicatorRow } from './is-foreign.ts';
import { isPageCaption } from '../table/caption.ts';
import { isPlaceholder } from './is-placeholder.ts';
import { periodInLabel } from './read-period.ts';
import { must } from './must.ts';
import { quoteCells } from './quote-cells.ts';
import { splitSections } from './split-sections.ts';

/** What a table doesn't say about itself. */
export interface FileContext {
  /** Path of the file, as the record names it. */
  path: string;
  /** SHA-256 of the file's bytes. */
  sha256: string;
  /** The year of the folder, else of the file's name; null: neither names one. */
  year: number | null;
}

/** One project's parts, before they are read. */
interface Parts {
  fields: readonly Field[];
  goals: GoalsReading;
  header: LabelledRow | null;
  rows: readonly LabelledRow[];
  startLine: number;
  endLine: number;
  table: Position;
  /** Line of a header that the project shares with others. */
  sharedHeader: number | null;
}

export function readProjects(given: LabelledGrid, file: FileContext, context: Context): ParsedProject[] {
  const { form } = context;
  const grid = joinHeaders(given, [form]);
  const header = form.isLedger ? grid.rows.find((row) => isLedgerHeader(row, form)) : undefined;
  const parts = header && readLedger(grid, header, context);
  const caption = withTextsWithin(readCaption(grid, form), grid, context);
  if (!parts) return readSheet(grid, caption, file, context);
  return parts.flatMap((part) => {
    const fields = [...caption.fields, ...part.fields];
    return readParts({ ...part, fields, sharedHeader: header.line }, caption, file, context) ?? [];
  });
}

/** With the texts between a table's title and its last row that are not of it. */
function withTextsWithin(
  caption: Caption,
  { startLine, endLine }: LabelledGrid,
  { notices }: Context,
): Caption {
  const texts = notices.all.flatMap(({ rule, line, column, message }) =>
    rule === 'text/outside-table' && startLine <= line && line <= endLine
      ? [{ line, column, text: message.replace(/^[^“]*“([^”]*).*$/s, '$1') }]
      : [],
  );
  return { ...caption, lines: [...caption.lines, ...texts] };
}

function readSheet(
  grid: LabelledGrid,
  captionAbove: Caption,
  file: FileContext,
  context: Context,
): ParsedProject[] {
  const { form, notices } = context;
  const { startLine, endLine } = grid;
  const { header, indicators, ...sections } = splitSections(grid.rows, form);
  for (const row of [...sections.fields, ...sections.goals]) reportIndicator(row, context);
  const goals = readGoals(sections.goals, context);
  const { caption, rows } = takeUnit(captionAbove, sections.fields, context);
  const fields = withTitle(
    [...caption.fields, ...readFieldRows(rows, form).map((field) => markBelow(field, header))],
    caption,
    context,
  );
  const table = positionOfTable(grid);
  if (header && isBlankForm(fields, goals, header, indicators, form)) {
    const others = grid.rows.filter((row) => row !== header);
    reportOutside(
      others.flatMap((row) => filledCells(row)).filter((cell) => !isOfForm(cell, form)),
      context,
    );
    notices.report(table, 'table/blank-form', '这张表只有栏目，没有填写内容，没有当作项目');
    return [];
  }
  if (!header && !fields.some(({ label }) => form.head.has(label.key))) {
    notices.report(table, 'table/unknown', describeUnknown(grid, form));
    return [];
  }
  const project = readParts(
    {
      fields,
      goals,
      header,
      rows: indicators,
      startLine,
      endLine,
      table,
      sharedHeader: null,
    },
    caption,
    file,
    context,
  );
  if (project) return [project];
  if (!(header && isComplete(fields, form)) && listLabels(grid, form).unknown.length > 0)
    notices.report(table, 'form/unknown', describeUnknown(grid, form));
  return [];
}

function markBelow(field: Field, header: LabelledRow | null): Field {
  return header && field.label.line > header.line ? { ...field, isBelow: true } : field;
}

/** An indicator above the header of indicators would be published as part of a goal. */
function reportIndicator(row: LabelledRow, { form, notices }: Context): void {
  if (!isIndicatorRow(row, form)) return;
  const message = `这一行是指标，却不在“一级指标、二级指标、三级指标”的表头下面；请把表头移到指标上面：${quoteCells(row)}`;
  notices.report(must(filledCells(row)[0]), 'table/misplaced-row', message);
}

/** A table without 项目名称 has the name in the line above it: 某某经费项目绩效目标表. */
function withTitle(fields: readonly Field[], { name }: Caption, { form }: Context): Field[] {
  const has = (wanted: string) => fields.some(({ label }) => form.head.get(label.key)?.name === wanted);
  if (!name || has('name')) return [...fields];
  const toField = (text: string, value: LabelledCell): Field => ({
    label: new LabelledCell(text, value),
    value,
  });
  return [
    toField(FIELD_LABELS.name, name.name),
    ...(name.unit && !has('spendingUnit') ? [toField(FIELD_LABELS.spendingUnit, name.unit)] : []),
    ...fields,
  ];
}

/** Whether nobody filled a form in: labels, and nothing or `……` for their values. */
function isBlankForm(
  fields: readonly Field[],
  { goals, others }: GoalsReading,
  header: LabelledRow,
  rows: readonly LabelledRow[],
  form: Form,
): boolean {
  const isBlank = (cell: LabelledCell | null | undefined) => !cell || isPlaceholder(cell.text);
  const names = header.cells.flatMap(({ key }, column) =>
    form.columns.get(key)?.name === 'name' ? [column] : [],
  );
  return (
    fields.every(({ value }) => isBlank(value)) &&
    [...goals.period, ...goals.annual, ...others.map(({ value }) => value)].every(isBlank) &&
    rows.every((row) => names.every((column) => isBlank(row.cells[column])))
  );
}

/** Whether a cell of a blank form is a word of the form, or stands for nothing. */
function isOfForm({ key, text }: LabelledCell, form: Form): boolean {
  const lists = [form.head, form.goals, form.goalSections, form.columns, form.indicators];
  const isWord = [...lists, form.categories, form.subcategories].some((words) => words.has(key));
  return isWord || isPlaceholder(text) || isPageCaption(text);
}

/** Whether the labels that no target table lacks are there. Without them, the form is likely an unknown one. */
function isComplete(fields: readonly Field[], form: Form): boolean {
  const names = fields.flatMap(({ label, isGroup }) => (isGroup ? [] : form.head.get(label.key)?.name));
  return (
    names.includes('name') &&
    (names.includes('budget') || fields.some(({ label }) => BARE_TOTAL.test(label.key)))
  );
}

function positionOfTable({ title, above, rows, startLine }: LabelledGrid): Position {
  const [first] = [...above, ...rows.flatMap((row) => filledCells(row))];
  return title ?? first ?? { line: startLine, column: 1 };
}

/** Null: there is an error. */
function readParts(
  parts: Parts,
  caption: Caption,
  file: FileContext,
  context: Context,
): ParsedProject | null {
  const { notices } = context;
  const errorsBefore = notices.errorCount;
  const { fields, goals, table } = parts;
  const funds = findFunds({ ...parts, lines: caption.lines }, context.form);
  const head = readHead(fields, table, caption.unit, funds, context);
  const named = { budget: head.budget?.year ?? null, file: file.year, caption: caption.year };
  const isRead = head.budget !== null || notices.errorCount === errorsBefore;
  const year = isRead
    ? chooseYear({ ...named, goal: goals.labels.annual }, head.positions.budget, notices.report)
    : null;
  const cells: PartCells = new Map();
  if (head.period && head.periodPosition) cells.set(head.period, head.periodPosition);
  const indicators = readRows(parts, cells, context);
  const otherFields = [...head.others, ...goals.others].map(({ label, value }) => {
    const position = value ?? label;
    const field = { label: label.text, value: value?.text ?? '', line: position.line };
    cells.set(field, position);
    return field;
  });
  if (notices.errorCount > errorsBefore || !head.texts.name || year === null) return null;

  const { name, type = null, level = null, department = null, spendingUnit = null } = head.texts;
  const project: ParsedProject = {
    year,
    name,
    type,
    level,
    department,
    spendingUnit,
    period: head.period ?? periodInLabel(goals.labels.period?.label.note ?? null),
    budget: head.budget?.budget ?? null,
    goals: { period: joinGoal(goals.goals.period), annual: joinGoal(goals.goals.annual) },
    indicators,
    otherFields,
    source: {
      path: file.path,
      sha256: file.sha256,
      startLine: parts.startLine,
      endLine: parts.endLine,
      asked: findAsked({ ...parts, hasBudget: head.budget !== null }, context.form),
      lines: {
        ...head.lines,
        header: parts.sharedHeader,
        periodGoal: goals.goals.period[0]?.line ?? null,
        annualGoal: goals.goals.annual[0]?.line ?? null,
      },
    },
  };
  const positions: Positions = {
    table,
    ...head.positions,
    goals: { period: goals.goals.period[0] ?? table, annual: goals.goals.annual[0] ?? table },
    of: (part) => cells.get(part) ?? table,
  };
  if (!project.budget)
    notices.report(table, 'budget/not-in-form', '这张表没有资金的栏目，没有金额可以公开，合计里没有它');
  checkProject(project, positions, notices.report);
  return project;
}

function readRows({ header, rows, table }: Parts, cells: PartCells, context: Context): ParsedIndicator[] {
  const indicators = header ? readIndicators(header, rows, cells, context) : [];
  if (indicators.length === 0) {
    const position = header?.cells.find(({ text }) => text !== '') ?? table;
    const message = '这张表没有绩效指标：应有“一级指标、二级指标、三级指标”的表头，下面至少一行指标';
    context.notices.report(position, 'indicator/missing', message);
  }
  return indicators;
}
