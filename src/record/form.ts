/**
 * In: a form of the target table, as data.
 * Out: the same, indexed by label.
 */
import { COLUMN_NAMES, TEXT_FIELDS, type ColumnName, type TextField } from './fields.ts';
import type { FormInput } from './form-schema.ts';
import { LabelMap } from './label-map.ts';
import { readLabel, type Label } from './read-label.ts';

export type GoalName = 'period' | 'annual';
/** What a labelled cell of the head means. */
export type HeadName =
  TextField | 'budget' | 'total' | 'funding' | 'period' | 'start' | 'end' | 'group' | 'other';

type MoneyUnit = NonNullable<Label['unit']>;

/** What a label means, and its index among the labels of that meaning: 0 is the form's first word. */
export interface Meaning<Name> {
  name: Name;
  rank: number;
}

export interface Form {
  name: string;
  isLedger: boolean;
  head: ReadonlyMap<string, Meaning<HeadName>>;
  goalSections: ReadonlyMap<string, true>;
  /** The unit of sums behind a label, where the table names none. */
  units: ReadonlyMap<string, MoneyUnit>;
  goals: ReadonlyMap<string, Meaning<GoalName>>;
  columns: ReadonlyMap<string, Meaning<ColumnName>>;
  indicators: ReadonlyMap<string, true>;
  categories: ReadonlySet<string>;
  subcategories: ReadonlySet<string>;
}

/** Puts a form's own labels before those of the form that it is based on. */
export function extendForm(own: FormInput, base: FormInput): FormInput {
  return merge(own, base) as FormInput;
}

/** @param form As `FormSchema` has it: who reads one from a file checks it. */
export function compileForm(form: FormInput): Form {
  const {
    fields = {},
    budget,
    totals,
    funding,
    groups,
    others,
    period = {},
    goals = {},
    columns = {},
  } = form;
  return {
    name: form.name,
    isLedger: form.layout === 'ledger',
    // The first entry of a label counts: a label of a field is never a mere group or other.
    head: toMeanings<HeadName>([
      ['budget', budget],
      ['total', totals],
      ...TEXT_FIELDS.map((field) => [field, fields[field]] as const),
      ['start', period.start],
      ['end', period.end],
      ['period', period.row],
      ['funding', funding],
      ['group', groups],
      ['other', others],
    ]),
    units: toUnits([budget, totals, funding]),
    goalSections: toLabels(goals.section),
    goals: toMeanings([
      ['period', goals.period],
      ['annual', goals.annual],
    ]),
    columns: toMeanings(COLUMN_NAMES.map((column) => [column, columns[column]] as const)),
    indicators: toLabels(form.indicators),
    categories: toKeys(form.categories),
    subcategories: toKeys(form.subcategories),
  };
}

function merge(own: unknown, base: unknown): unknown {
  if (own === undefined) return base;
  if (Array.isArray(own))
    return [...new Set((own as string[]).concat(Array.isArray(base) ? (base as string[]) : []))];
  if (typeof own !== 'object' || own === null || typeof base !== 'object' || base === null) return own;
  const keys = new Set([...Object.keys(base), ...Object.keys(own)]);
  return Object.fromEntries(
    [...keys].map((key) => [key, merge(own[key as keyof typeof own], base[key as keyof typeof base])]),
  );
}

/** Labels with what they mean. Of two entries with one label, the first counts. */
export function toMeanings<Name>(lists: readonly (readonly [Name, readonly string[] | undefined])[]) {
  return LabelMap.of(
    lists.flatMap(([name, labels = []]) =>
      labels.map((label, rank): [string, Meaning<Name>] => [readLabel(label).key, { name, rank }]),
    ),
  );
}

/** `核定数（万元）` is the label 核定数 with its unit. A label that is only spelled like it has none. */
function toUnits(lists: readonly (readonly string[] | undefined)[]): Map<string, MoneyUnit> {
  return new Map(
    lists.flatMap((labels = []) =>
      labels.flatMap((label) => {
        const { key, unit } = readLabel(label);
        return unit ? [[key, unit] as const] : [];
      }),
    ),
  );
}

/** Labels that all mean the same. */
export function toLabels(labels: readonly string[] = []): LabelMap<true> {
  return LabelMap.of(labels.map((label): [string, true] => [readLabel(label).key, true]));
}

function toKeys(labels: readonly string[] = []): Set<string> {
  return new Set(labels.map((label) => readLabel(label).key));
}
