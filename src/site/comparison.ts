/**
 * In: indicators that share a word.
 * Out: the same as rows of a comparison: those with a figure first, unit by unit, largest first; then words; then those without a target.
 */
import { createHash } from 'node:crypto';
import { Decimal } from 'decimal.js';
import { targetOf } from '../display/target-of.ts';
import { typedValueOf, WRITINGS, writingOf, type WritingId } from '../display/typed-value.ts';
import type { Target } from '../record/disclosure-schema.ts';
import { must } from '../record/must.ts';
import type { IndicatorEntry } from './site.ts';

/** One indicator as a row of a comparison. */
export interface ComparedRow extends IndicatorEntry {
  /** Anchor of the row on the page: the same while the indicator's address is. */
  id: string;
  publisher: string;
  /** Of the year, else of the period; null where neither is written. */
  target: Target | null;
  writing: WritingId;
  /** The group that it is in, by {@link ComparisonGroup.unit}. */
  unit: string | null;
  /** Exact decimal in the group's unit. Null: it has no figure. */
  value: string | null;
}

/** Rows that can be compared with one another. */
interface ComparisonGroup {
  /** What the figures are counted in, 万 and 亿 taken out; empty: none is written. Null: rows without a figure. */
  unit: string | null;
  count: number;
}

export interface Comparison {
  rows: readonly ComparedRow[];
  /** In the order of the rows. */
  groups: readonly ComparisonGroup[];
  /** Newest first. */
  years: readonly number[];
  /** By name. */
  publishers: readonly string[];
}

const WRITING_ORDER = Object.keys(WRITINGS);
const collator = new Intl.Collator('zh-CN');

/** @param publishers Names of the bodies by the ids of their disclosures. */
export function toComparison(
  entries: readonly IndicatorEntry[],
  publishers: ReadonlyMap<string, string>,
): Comparison {
  const rows = entries.map((entry): ComparedRow => {
    const target = targetOf(entry.indicator);
    const typed = typedValueOf(target);
    return {
      ...entry,
      id: anchorOf(entry.href),
      publisher: must(publishers.get(entry.project.bodyId)),
      target,
      writing: writingOf(target),
      unit: typed && typed.unit,
      value: typed && typed.value,
    };
  });
  const byUnit = Map.groupBy(rows, ({ unit }) => unit);
  // How often each wording is written: the usual ones are listed first.
  const wordings = new Map(
    [...Map.groupBy(byUnit.get(null) ?? [], ({ target }) => target?.text)].map(([text, of]) => [
      text,
      of.length,
    ]),
  );
  const groups = [...byUnit].sort(
    ([a, ofA], [b, ofB]) =>
      Number(a === null) - Number(b === null) || ofB.length - ofA.length || compareText(a ?? '', b ?? ''),
  );
  return {
    rows: groups.flatMap(([, ofUnit]) => sortRows(ofUnit, wordings)),
    groups: groups.map(([unit, { length: count }]) => ({ unit, count })),
    years: [...new Set(rows.map(({ project }) => project.year))].sort((a, b) => b - a),
    publishers: [...new Set(rows.map(({ publisher }) => publisher))].sort(collator.compare),
  };
}

/** Largest value first; of equal ones the stricter wording, the newer year, then by body. */
function sortRows(
  rows: readonly ComparedRow[],
  wordings: ReadonlyMap<string | undefined, number>,
): ComparedRow[] {
  const keyed = rows.map((row) => ({ row, figure: new Decimal(row.value ?? 0) }));
  const countOf = ({ target, value }: ComparedRow) =>
    value === null ? (wordings.get(target?.text) ?? 0) : 0;
  return keyed
    .sort(
      ({ row: a, figure: left }, { row: b, figure: right }) =>
        right.comparedTo(left) ||
        Number(a.target === null) - Number(b.target === null) ||
        countOf(b) - countOf(a) ||
        WRITING_ORDER.indexOf(a.writing) - WRITING_ORDER.indexOf(b.writing) ||
        compareText(
          a.value === null ? (a.target?.text ?? '') : '',
          b.value === null ? (b.target?.text ?? '') : '',
        ) ||
        b.project.year - a.project.year ||
        collator.compare(a.publisher, b.publisher) ||
        compareText(a.href, b.href),
    )
    .map(({ row }) => row);
}

/** By code units: the same on every machine. */
function compareText(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

function anchorOf(href: string): string {
  return `r${createHash('sha256').update(href).digest('hex').slice(0, 10)}`;
}
