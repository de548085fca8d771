/**
 * In: a Grid, which is one 《项目绩效目标表》.
 * Out: a Project, or null where the report holds an error that stands in the way.
 */
import type { Finding, Report } from '../table/finding.ts';
import { filledCells, type Cell, type Grid, type Place, type Row } from '../table/grid.ts';
import { checkProject } from './check-project.ts';
import type { Project } from './disclosure-schema.ts';
import type { Form } from './form.ts';
import type { Places } from './places.ts';
import type { BudgetReading } from './read-budget.ts';
import { readFields, type Field } from './read-fields.ts';
import { readGoals } from './read-goals.ts';
import { headNameOf, readHead } from './read-head.ts';
import { readIndicators } from './read-indicators.ts';
import { splitSections } from './split-sections.ts';
import { toSlug } from './to-slug.ts';

/** What a table does not say of itself. */
export interface FileContext {
  /** Path of the file, as the record names it. */
  path: string;
  /** SHA-256 of the file's bytes. */
  sha256: string;
  /** The file's part of the URL. */
  slug: string;
  /** The year of the folder; null outside `disclosures/<year>/`. */
  year: number | null;
}

export function readProject(grid: Grid, form: Form, context: FileContext, reportAny: Report): Project | null {
  const errors: Finding[] = [];
  const report: Report = (finding) => {
    if (finding.severity === 'error') errors.push(finding);
    reportAny(finding);
  };
  const sections = splitSections(grid, form);
  const fields = sections.fields.flatMap((row) => readFields(row, form));
  const table = placeOfTable(grid);
  if (!isTargetTable(fields, sections.header, form)) {
    report({ rule: 'table/unknown', severity: 'error', ...table, message: describeUnknown(grid) });
    return null;
  }

  const head = readHead(fields, form, table, report);
  const year = yearOf(head.budget, context, head.places.budget, report);
  const goals = readGoals(sections.goals, form);
  const places: Places = {
    table,
    ...head.places,
    goals: { period: goals.goals.period[0] ?? table, annual: goals.goals.annual[0] ?? table },
    indicators: new Map(),
    targets: new Map(),
    otherFields: [],
  };
  const indicators = sections.header
    ? readIndicators(sections.header, sections.indicators, form, places, report)
    : [];
  if (indicators.length === 0) {
    const { line, column } = sections.header?.cells.find((cell) => cell.text !== '') ?? table;
    report({
      rule: 'indicator/missing',
      severity: 'error',
      line,
      column,
      message: '这张表没有绩效指标：应有“一级指标、二级指标、三级指标”的表头，下面至少一行指标',
    });
  }
  const others = [...head.others, ...goals.others];
  places.otherFields = others.map(({ value, label }) => value ?? label);
  if (errors.length > 0 || !head.texts.name || !head.budget || year === null) return null;

  const project: Project = {
    id: `${year}/${context.slug}/${toSlug(head.texts.name)}`,
    year,
    name: head.texts.name,
    type: head.texts.type ?? null,
    level: head.texts.level ?? null,
    department: head.texts.department ?? null,
    spendingUnit: head.texts.spendingUnit ?? null,
    period: head.period,
    budget: head.budget.budget,
    goals: { period: joinTexts(goals.goals.period), annual: joinTexts(goals.goals.annual) },
    indicators,
    otherFields: others.map(({ label, value }) => ({
      label: label.text,
      value: value?.text ?? '',
      line: label.line,
    })),
    source: {
      path: context.path,
      sha256: context.sha256,
      startLine: grid.startLine,
      endLine: grid.endLine,
      lines: {
        ...head.lines,
        periodGoal: goals.goals.period[0]?.line ?? null,
        annualGoal: goals.goals.annual[0]?.line ?? null,
      },
    },
  };
  checkProject(project, places, report);
  return project;
}

/** The budget's year: its label's, else the folder's. Null: there is none, or the two differ. */
function yearOf(
  budget: BudgetReading | null,
  context: FileContext,
  place: Place,
  report: Report,
): number | null {
  if (!budget) return null;
  const { line, column } = place;
  if (budget.year !== null && context.year !== null && budget.year !== context.year) {
    report({
      rule: 'budget/other-year',
      severity: 'error',
      line,
      column,
      message: `这是 ${budget.year} 年的预算，文件却放在 ${context.year} 文件夹里；请移到 ${budget.year} 文件夹`,
    });
    return null;
  }
  const year = budget.year ?? context.year;
  if (year === null)
    report({
      rule: 'budget/no-year',
      severity: 'error',
      line,
      column,
      message: '看不出是哪一年的预算：应写“2026年预算金额(元)”，或把文件放在以年份命名的文件夹里',
    });
  return year;
}

/** A table counts as a target table when one label of the form is in it. */
function isTargetTable(fields: readonly Field[], header: Row | null, form: Form): boolean {
  return header !== null || fields.some((field) => headNameOf(field, form) !== undefined);
}

function describeUnknown(grid: Grid): string {
  const texts = grid.rows.flatMap((row) => filledCells(row)).slice(0, 4);
  const sample = texts.map(({ text }) => `“${text.length > 12 ? `${text.slice(0, 12)}…` : text}”`).join('、');
  return `这几行有制表符或竖线，读成了表格，却没有绩效目标表的栏目（项目名称、预算金额、三级指标）：${sample}`;
}

function placeOfTable({ title, rows, startLine }: Grid): Place {
  const { line, column } = title ??
    rows.flatMap((row) => filledCells(row))[0] ?? { line: startLine, column: 1 };
  return { line, column };
}

function joinTexts(cells: readonly Cell[]): string | null {
  return cells.length === 0 ? null : cells.map(({ text }) => text).join('\n');
}
