/**
 * In: the labelled cells of a table.
 * Out: what the record has fields for, and the rest as they are.
 */
import type { Report } from '../table/finding.ts';
import type { Cell, Place } from '../table/grid.ts';
import { toPlain } from '../table/to-plain.ts';
import type { Period } from './disclosure-schema.ts';
import type { FieldName } from './form-schema.ts';
import type { Form, HeadName } from './form.ts';
import type { Funding, Places } from './places.ts';
import { readAmount, readBudget, toYuan, type BudgetReading } from './read-budget.ts';
import type { Field } from './read-fields.ts';
import { readLabel, type Label } from './read-label.ts';
import { readPeriod } from './read-period.ts';

/** The fields of a head, as far as they are there. */
export interface Head {
  texts: Partial<Record<FieldName, string>>;
  budget: BudgetReading | null;
  period: Period | null;
  /** Fields that the form does not know, and cells of the period that say more than two years. In source order. */
  others: Field[];
  places: Pick<Places, 'name' | 'budget' | 'funding'>;
  /** The first cell of the period that is filled. Undefined: none is. */
  periodPlace: Place | undefined;
  /** Lines of the values; null where there is none. */
  lines: Record<FieldName | 'budget' | 'period', number | null>;
}

/** A field of one meaning, with the place of its label in the form's list. */
interface Candidate extends Field {
  rank: number;
}

/** @param around The unit of money that stands above the table; null: none. */
export function readHead(
  fields: readonly Field[],
  form: Form,
  table: Place,
  around: Label['unit'],
  report: Report,
): Head {
  const { byName, others, funding, units } = sortFields(fields, form, report);
  const chosen = new Map<HeadName, Field>();
  for (const [name, candidates] of byName) {
    for (const field of rankFields(candidates))
      if (!chosen.has(name)) chosen.set(name, field);
      else if (field.value) others.push(field);
  }

  const name = chosen.get('name');
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
  const budget = chosen.get('budget');
  if (!budget)
    report({
      rule: 'budget/missing',
      severity: 'error',
      ...table,
      message: '这张表没有“N年预算金额(元)”一行',
    });
  const years = [chosen.get('period'), chosen.get('start'), chosen.get('end')].filter(
    (field) => field !== undefined,
  );
  const { period, isWhole } = readPeriod(
    { whole: chosen.get('period'), first: chosen.get('start'), last: chosen.get('end') },
    report,
  );
  const kept = isWhole ? [] : years.filter(({ value }) => value !== null);
  const unitAround = (budget && units.get(budget.label)) ?? around;
  return {
    texts: textsOf(chosen),
    budget: budget ? readBudget(budget, unitAround, report) : null,
    period,
    others: [...others, ...kept].sort(
      (a, b) => a.label.line - b.label.line || a.label.column - b.label.column,
    ),
    places: {
      name: name?.value ?? table,
      budget: budget?.value ?? table,
      funding: fundingOf(funding, budget, units, around),
    },
    periodPlace: years.find(({ value }) => value)?.value ?? undefined,
    lines: linesOf(chosen, period),
  };
}

function linesOf(chosen: ReadonlyMap<HeadName, Field>, period: Period | null): Head['lines'] {
  const lineOf = (name: HeadName) => chosen.get(name)?.value?.line ?? null;
  return {
    name: lineOf('name'),
    type: lineOf('type'),
    level: lineOf('level'),
    department: lineOf('department'),
    spendingUnit: lineOf('spendingUnit'),
    budget: lineOf('budget'),
    period: period && (lineOf('start') ?? lineOf('period')),
  };
}

function sortFields(fields: readonly Field[], form: Form, report: Report) {
  const byName = new Map<HeadName, Candidate[]>();
  const others: Field[] = [];
  const funding: Field[] = [];
  /** Unit of the group that a label stands in. */
  const units = new Map<Cell, Label['unit']>();
  let groupUnit: Label['unit'] = null;
  for (const field of fields) {
    const { key, unit } = readLabel(field.label.text);
    const meaning = form.head.get(key);
    if (!meaning) reportGlued(field, form, report);
    if ((meaning?.name === 'group' || meaning?.name === 'budget') && !field.value && unit) groupUnit = unit;
    units.set(field.label, unit ?? groupUnit);

    if (!meaning || meaning.name === 'other') others.push(field);
    else if (meaning.name === 'group') others.push(...(field.value ? [field] : []));
    else if (meaning.name === 'funding') {
      funding.push(field);
      others.push(field);
    } else {
      const candidates = byName.get(meaning.name) ?? [];
      const first = candidates.find(
        ({ label, value }) => value && field.value && readLabel(label.text).key === key,
      );
      if (first) reportRepeated(field, first, report);
      else byName.set(meaning.name, [...candidates, { ...field, rank: meaning.rank }]);
    }
  }
  return { byName, others, funding, units };
}

/** Fields with a value first, then by the form's order of labels. */
function rankFields(candidates: readonly Candidate[]): Candidate[] {
  return [...candidates].sort((a, b) => Number(!a.value) - Number(!b.value) || a.rank - b.rank);
}

function textsOf(chosen: ReadonlyMap<HeadName, Field>): Head['texts'] {
  const names: FieldName[] = ['name', 'type', 'level', 'department', 'spendingUnit'];
  return Object.fromEntries(
    names.flatMap((name) => {
      const text = chosen.get(name)?.value?.text;
      return text === undefined ? [] : [[name, text]];
    }),
  );
}

/** The sources of the budget's money: labels in the column of the budget's own label, for another column is another period. */
function fundingOf(
  fields: readonly Field[],
  budget: Field | undefined,
  units: ReadonlyMap<Cell, Label['unit']>,
  around: Label['unit'],
): Funding[] {
  if (!budget) return [];
  const isWide = fields.some(
    ({ label }) => label.line === fields[0]?.label.line && label !== fields[0].label,
  );
  return fields.flatMap(({ label, value }) => {
    if (!value || (isWide && label.column < budget.label.column)) return [];
    const amount = readAmount(value.text);
    const unit = amount?.unit ?? units.get(label) ?? around;
    if (!amount || !unit) return [];
    return [{ label: label.text, text: value.text, yuan: toYuan(amount.figure, unit), place: value }];
  });
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

/** `主管部门青溪县水务局`: a label that the form knows and its value in one cell, where a tab is missing. */
function reportGlued({ label, value }: Field, form: Form, report: Report): void {
  if (value || label.text.length < 5) return;
  const plain = toPlain(label.text);
  const start = [...form.head].find(
    ([key, { name }]) => key.length >= 4 && name !== 'other' && name !== 'group' && plain.includes(key),
  );
  if (!start) return;
  report({
    rule: 'field/glued',
    severity: 'warning',
    line: label.line,
    column: label.column,
    message: `“${shorten(label.text)}”一格里像是连写了“${start[0]}”和它的内容，照原文列出；请在两者之间加一个制表符`,
  });
}

function shorten(text: string): string {
  return text.length > 20 ? `${text.slice(0, 20)}…` : text;
}
