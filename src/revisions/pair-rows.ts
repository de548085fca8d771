/**
 * In: the rows of one table as they were and as they are.
 * Out: which row is which.
 */
import { describeTarget } from '../display/format-reading.ts';
import { fingerprintOf, formatFingerprint } from '../identity/row-fingerprint.ts';
import type { Indicator } from '../record/disclosure-schema.ts';

/** Signs that identify a row, best first; the one of an earlier row is the first of its signs. */
type SignsOf = (row: Indicator) => string[];

const SIGNS: readonly SignsOf[] = [
  ({ anchor, formerAnchors }) => [anchor, ...formerAnchors],
  (row) => [fingerprintOf(row).indicator],
  ({ name }) => [name],
  // Its name was changed, and nothing else.
  ({ category, subcategory, annualTarget, periodTarget, details }) => [
    JSON.stringify([category, subcategory, annualTarget?.text, periodTarget?.text, details]),
  ],
];

/**
 * Rows as they were, by the rows that they are. A row that says the same is the same, wherever it is; else a sign counts where one
 * row alone has it before and after.
 */
export function pairRows<Row extends Indicator>(
  before: readonly Row[],
  after: readonly Row[],
): Map<Row, Row> {
  const pairs = new Map<Row, Row>();
  const free = new Set(before);
  const pair = (old: Row, row: Row) => {
    pairs.set(row, old);
    free.delete(old);
  };
  const equal = Map.groupBy(before, cellsOf);
  for (const row of after) {
    const old = equal.get(cellsOf(row))?.shift();
    if (old) pair(old, row);
  }
  for (const signsOf of SIGNS) {
    const open = after.filter((row) => !pairs.has(row));
    const earlier = Map.groupBy(free, (row) => signsOf(row)[0] ?? '');
    const later = countSigns(open.flatMap(signsOf));
    for (const row of open) {
      const found = signsOf(row).flatMap((sign) => (later.get(sign) === 1 ? [earlier.get(sign) ?? []] : []));
      const [old, ...others] = found.flat();
      if (old && others.length === 0) pair(old, row);
    }
  }
  return pairs;
}

function cellsOf(row: Indicator): string {
  const targets = [row.annualTarget, row.periodTarget].map((target) => target && describeTarget(target));
  return JSON.stringify([formatFingerprint(fingerprintOf(row)), targets]);
}

function countSigns(signs: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const sign of signs) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  return counts;
}
