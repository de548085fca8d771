/** What one field of a table says, before and after. */
import { describeTarget } from '../display/format-reading.ts';
import type { Detail, Target } from '../record/disclosure-schema.ts';

/** What one field says, before and after. */
export interface Difference {
  /** What the field is called: `年度目标`, `2026年指标值`. `增加指标`, `删去指标`: a row came or went. */
  field: string;
  /** Anchor of its row after, of a row that went the one before. Null: the field belongs to no row. */
  anchor: string | null;
  /** Names of the indicator, after and before where both differ. Empty: the field belongs to no row. */
  indicators: readonly string[];
  /** As published. Null: nothing is written. */
  before: string | null;
  after: string | null;
}

/** A target as published; where both cells say the same, also how they read with the columns of direction and unit. */
export function targetDifference(
  field: string,
  before: Target | null,
  after: Target | null,
): Difference | null {
  const isSame = before?.text === after?.text;
  const [from, to] = [before, after].map(
    (target) => target && (isSame ? describeTarget(target) : target.text),
  );
  return difference(field, from ?? null, to ?? null);
}

/** Cells by their labels, those of one label in their order. */
export function compareDetails(before: readonly Detail[], after: readonly Detail[]): (Difference | null)[] {
  // A form that calls its columns otherwise publishes the same.
  if (before.map(({ value }) => value).join('\0') === after.map(({ value }) => value).join('\0')) return [];
  const [old, current] = [before, after].map((details) => Map.groupBy(details, ({ label }) => label));
  const labels = new Set([...before, ...after].map(({ label }) => label));
  return [...labels].flatMap((label) => {
    const [from, to] = [old?.get(label) ?? [], current?.get(label) ?? []];
    const count = Math.max(from.length, to.length);
    return Array.from({ length: count }, (_, at) =>
      difference(label, from[at]?.value ?? null, to[at]?.value ?? null),
    );
  });
}

/** Null: both say the same. An empty cell says nothing. */
export function difference(field: string, before: string | null, after: string | null): Difference | null {
  const [from, to] = [before || null, after || null];
  return from === to ? null : { field, anchor: null, indicators: [], before: from, after: to };
}
