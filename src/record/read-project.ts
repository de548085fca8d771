/**
 * In: a Grid, which is one 《项目绩效目标表》, or a ledger of many.
 * Out: its Projects; none where the report holds an error that stands in the way.
 */
import type { Finding, Report } from '../table/finding.ts';
import { filledCells, type Cell, type Grid, type Place, type Row } from '../table/grid.ts';
import { checkProject } from './check-project.ts';
import { isLedgerHeader, listLabels } from './choose-form.ts';
import type { ParsedProject } from './disclosure-schema.ts';
import type { Form } from './form.ts';
import type { PartCells, Places } from './places.ts';
import { periodInLabel } from './read-period.ts';
import { readCaption, yearInLabel, type Caption } from './read-caption.ts';
import { readFields, type Field } from './read-fields.ts';
import { readGoals, type GoalsReading } from './read-goals.ts';
import { readHead } from './read-head.ts';
import { readIndicators } from './read-indicators.ts';
import { readLabel } from './read-label.ts';
import { readLedger } from './read-ledger.ts';
import { splitSections } from './split-sections.ts';

/** What a table does not say of itself. */
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
  header: Row | null;
  rows: readonly Row[];
  startLine: number;
  endLine: number;
  table: Place;
  /** Line of a header that the project shares with others. */
  sharedHeader: number | null;
}

export function readProjects(grid: Grid, form: Form, context: FileContext, report: Report): ParsedProject[] {
  const caption = readCaption(grid, form);
  const ledgerHeader = form.isLedger ? grid.rows.find((row) => isLedgerHeader(row, form)) : undefined;
  if (ledgerHeader)
    return readLedger(grid, ledgerHeader, form, report).flatMap((part) => {
      const parts = { ...part, sharedHeader: part.header.line };
      return readParts(parts, caption, form, context, report) ?? [];
    });
  const sections = splitSections(grid.rows, form);
  const fields = [...caption.fields, ...sections.fields.flatMap((row) => readFields(row, form))];
  const table = placeOfTable(grid);
  if (!isTargetTable(fields, sections.header, form)) {
    report({ rule: 'table/unknown', severity: 'error', ...table, message: describeUnknown(grid, form) });
    return [];
  }
  const parts: Parts = {
    fields,
    goals: readGoals(sections.goals, form),
    header: sections.header,
    rows: sections.indicators,
    startLine: grid.startLine,
    endLine: grid.endLine,
    table,
    sharedHeader: null,
  };
  const project = readParts(parts, caption, form, context, report);
  if (!project) reportLabels(grid, form, fields, sections.header, table, report);
  return project ? [project] : [];
}

function readParts(
  parts: Parts,
  caption: Caption,
  form: Form,
  context: FileContext,
  reportAny: Report,
): ParsedProject | null {
  const errors: Finding[] = [];
  const report: Report = (finding) => {
    if (finding.severity === 'error') errors.push(finding);
    reportAny(finding);
  };
  const { fields, goals, header, table } = parts;
  const head = readHead(fields, form, table, caption.unit, report);
  const year = head.budget
    ? yearOf(head.budget.year, caption, goals, context, head.places.budget, report)
    : null;
  const cells: PartCells = new Map();
  if (head.period && head.periodPlace) cells.set(head.period, head.periodPlace);
  const places: Places = {
    table,
    ...head.places,
    goals: { period: goals.goals.period[0] ?? table, annual: goals.goals.annual[0] ?? table },
    of: (part) => cells.get(part) ?? table,
  };
  const indicators = header ? readIndicators(header, parts.rows, form, cells, report) : [];
  if (indicators.length === 0) {
    const { line, column } = header?.cells.find((cell) => cell.text !== '') ?? table;
    report({
      rule: 'indicator/missing',
      severity: 'error',
      line,
      column,
      message: '这张表没有绩效指标：应有“一级指标、二级指标、三级指标”的表头，下面至少一行指标',
    });
  }
  const otherFields = [...head.others, ...goals.others].map(({ label, value }) => {
    const place = value ?? label;
    const field = { label: label.text, value: value?.text ?? '', line: place.line };
    cells.set(field, place);
    return field;
  });
  if (errors.length > 0 || !head.texts.name || !head.budget || year === null) return null;

  const project: ParsedProject = {
    year,
    name: head.texts.name,
    type: head.texts.type ?? null,
    level: head.texts.level ?? null,
    department: head.texts.department ?? null,
    spendingUnit: head.texts.spendingUnit ?? null,
    period: head.period ?? periodInLabel(readLabel(goals.labels.period?.text ?? '').note),
    budget: head.budget.budget,
    goals: { period: joinTexts(goals.goals.period), annual: joinTexts(goals.goals.annual) },
    indicators,
    otherFields,
    source: {
      path: context.path,
      sha256: context.sha256,
      startLine: parts.startLine,
      endLine: parts.endLine,
      lines: {
        ...head.lines,
        header: parts.sharedHeader,
        periodGoal: goals.goals.period[0]?.line ?? null,
        annualGoal: goals.goals.annual[0]?.line ?? null,
      },
    },
  };
  checkProject(project, places, report);
  return project;
}

/** The year of the budget: its label's, else the title's, else the year goal's, else the folder's. Null: none, or two differ. */
function yearOf(
  budgetYear: number | null,
  caption: Caption,
  goals: GoalsReading,
  context: FileContext,
  { line, column }: Place,
  report: Report,
): number | null {
  const goalLabel = goals.labels.annual;
  const goalYear = yearInLabel(goalLabel?.text);
  if (budgetYear !== null && context.year !== null && budgetYear !== context.year) {
    report({
      rule: 'budget/other-year',
      severity: 'error',
      line,
      column,
      message: `这是 ${budgetYear} 年的预算，文件却放在 ${context.year} 文件夹里；请移到 ${budgetYear} 文件夹`,
    });
    return null;
  }
  const year = budgetYear ?? context.year ?? caption.year ?? goalYear;
  if (year === null) {
    report({
      rule: 'budget/no-year',
      severity: 'error',
      line,
      column,
      message: '看不出是哪一年的预算：应写“2026年预算金额(元)”，或把文件放在以年份命名的文件夹里',
    });
  }
  if (year !== null && caption.year !== null && caption.year !== year)
    report({
      rule: 'year/title-differs',
      severity: 'warning',
      line,
      column,
      message: `表名或表上的文字写 ${caption.year} 年，按 ${year} 年的预算公开`,
    });
  if (year !== null && goalLabel && goalYear !== null && goalYear !== year)
    report({
      rule: 'year/goal-differs',
      severity: 'warning',
      line: goalLabel.line,
      column: goalLabel.column,
      message: `这里写“${goalLabel.text}”，预算是 ${year} 年的`,
    });
  return year;
}

/** A table counts as a target table when one label of the form is in it. */
function isTargetTable(fields: readonly Field[], header: Row | null, form: Form): boolean {
  return header !== null || fields.some(({ label }) => form.head.has(readLabel(label.text).key));
}

/** Where a table of a form that nobody has described fails for want of labels, says which were understood. */
function reportLabels(
  grid: Grid,
  form: Form,
  fields: readonly Field[],
  header: Row | null,
  table: Place,
  report: Report,
): void {
  const has = (name: string) =>
    fields.some(({ label }) => form.head.get(readLabel(label.text).key)?.name === name);
  if (header && has('name') && has('budget')) return;
  const { unknown } = listLabels(grid, form);
  if (unknown.length === 0) return;
  report({ rule: 'form/unknown', severity: 'error', ...table, message: describeUnknown(grid, form) });
}

function describeUnknown(grid: Grid, form: Form): string {
  const { understood, unknown } = listLabels(grid, form);
  const list = (cells: readonly Cell[]) =>
    [...new Set(cells.map(({ text }) => `“${text.length > 12 ? `${text.slice(0, 12)}…` : text}”`))]
      .slice(0, 12)
      .join('、');
  if (understood.length === 0) {
    const texts = [...grid.above, ...grid.rows.flatMap((row) => filledCells(row))].slice(0, 4);
    if (texts.length === 0) return '这张表没有填写一个字';
    return `这几行有制表符或竖线，读成了表格，却没有绩效目标表的栏目（项目名称、预算金额、三级指标）：${list(texts)}`;
  }
  return `不认识这种表式。读懂的栏目：${list(understood)}；没读懂的：${list(unknown) || '无'}。如果是本地的表式，请在 content/forms/ 里说明这些栏目`;
}

function placeOfTable({ title, above, rows, startLine }: Grid): Place {
  const [first] = [...above, ...rows.flatMap((row) => filledCells(row))];
  const { line, column } = title ?? first ?? { line: startLine, column: 1 };
  return { line, column };
}

function joinTexts(cells: readonly Cell[]): string | null {
  return cells.length === 0 ? null : cells.map(({ text }) => text).join('\n');
}
