/**
 * In: the labelled cells of a table.
 * Out: what the record has fields for, and the rest as they are.
 */
import type { Report } from '../table/finding.ts';
import type { Place } from '../table/grid.ts';
import type { Period } from './disclosure-schema.ts';
import { normalizeLabel, type FieldName, type Form } from './form.ts';
import type { Places } from './places.ts';
import { readBudget, type BudgetReading } from './read-budget.ts';
import type { Field } from './read-fields.ts';
import { readPeriod } from './read-period.ts';

/** The fields of a head, as far as they are there. */
export interface Head {
  texts: Partial<Record<FieldName, string>>;
  budget: BudgetReading | null;
  period: Period | null;
  /** Fields that the form does not know, and cells of the period that could not be read. */
  others: Field[];
  places: Pick<Places, 'name' | 'budget'>;
  /** Lines of the values; null where there is none. */
  lines: Record<FieldName | 'budget' | 'period', number | null>;
}

export function readHead(fields: readonly Field[], form: Form, table: Place, report: Report): Head {
  const byName = new Map<string, Field>();
  const others: Field[] = [];
  const years: Field[] = [];
  for (const field of fields) {
    const name = headNameOf(field, form);
    const first = name === undefined ? undefined : byName.get(name);
    if (first) reportRepeated(field, first, report);
    else if (name === undefined) others.push(field);
    else byName.set(name, field);
    if (name === 'period' || name === 'start' || name === 'end') years.push(field);
  }

  const name = byName.get('name');
  if (!name?.value) {
    const { line, column } = name?.label ?? table;
    report({
      rule: 'project/no-name',
      severity: 'error',
      line,
      column,
      message: name ? '“项目名称”旁边没有写名称' : '这张表没有“项目名称”',
    });
  }
  const budget = byName.get('budget');
  if (!budget)
    report({
      rule: 'budget/missing',
      severity: 'error',
      ...table,
      message: '这张表没有“N年预算金额(元)”一行',
    });
  const period = readPeriod(years, form, report);
  return {
    texts: textsOf(byName),
    budget: budget ? readBudget(budget, form, report) : null,
    period,
    others: period ? others : [...others, ...years.filter(({ value }) => value !== null)],
    places: { name: name?.value ?? table, budget: budget?.value ?? table },
    lines: linesOf(byName, period),
  };
}

function linesOf(byName: ReadonlyMap<string, Field>, period: Period | null): Head['lines'] {
  const lineOf = (name: HeadName) => byName.get(name)?.value?.line ?? null;
  return {
    name: lineOf('name'),
    type: lineOf('type'),
    level: lineOf('level'),
    department: lineOf('department'),
    spendingUnit: lineOf('spendingUnit'),
    budget: lineOf('budget'),
    period: period && (lineOf('start') ?? lineOf('period') ?? lineOf('end')),
  };
}

function textsOf(byName: ReadonlyMap<string, Field>): Head['texts'] {
  const names: FieldName[] = ['name', 'type', 'level', 'department', 'spendingUnit'];
  return Object.fromEntries(
    names.flatMap((name) => {
      const text = byName.get(name)?.value?.text;
      return text === undefined ? [] : [[name, text]];
    }),
  );
}

export type HeadName = FieldName | 'budget' | 'period' | 'start' | 'end';

/** What a label of the head means in this form; undefined: the form does not know it. */
export function headNameOf({ label: { text } }: Field, form: Form): HeadName | undefined {
  const { row, start, end } = form.period;
  const patterns: Record<HeadName, RegExp> = { ...form.fields, budget: form.budget, period: row, start, end };
  const label = normalizeLabel(text);
  return (Object.keys(patterns) as HeadName[]).find((name) => patterns[name].test(label));
}

function reportRepeated({ label }: Field, first: Field, report: Report): void {
  report({
    rule: 'field/repeated',
    severity: 'error',
    line: label.line,
    column: label.column,
    message: `“${label.text}”在第 ${first.label.line} 行已有；若这里是另一张表，请在它上面空一行，并写“## 项目绩效目标表”`,
  });
}
