import type { Decimal } from 'decimal.js';
import type { Target } from '../record/disclosure-schema.ts';
import { comparableAmount, yuanOf } from '../record/money-of.ts';
import { formatFigure } from './format-figure.ts';

/** What an actual value is against its target. */
export interface ActualComparison {
  /** Null: the target has no sign that says it, or only an approximate one. */
  isReached: boolean | null;
  /** `多 16.5 万平方米`, `少 0.7 个百分点`. Null: there is no difference. */
  difference: string | null;
}

/** Whether a figure satisfies the sign of its target, from the figure less the target. Without a sign only the same figure does. */
const REACHED: Record<NonNullable<Target['comparator']> | '', (difference: Decimal) => boolean | null> = {
  '≥': (difference) => difference.greaterThanOrEqualTo(0),
  '≤': (difference) => difference.lessThanOrEqualTo(0),
  '>': (difference) => difference.greaterThan(0),
  '<': (difference) => difference.lessThan(0),
  '=': (difference) => difference.isZero(),
  '≈': (difference) => (difference.isZero() ? true : null),
  '': (difference) => (difference.isZero() ? true : null),
};

/** Compares two quantities of one unit, or two sums of money. Null: they are not two such quantities, so nothing can be said. */
export function compareActual(target: Target | null, actual: Target | null): ActualComparison | null {
  if (!target || !actual) return null;
  // `≥95%` is no value that was measured.
  if (actual.comparator !== null && actual.comparator !== '=') return null;
  const [planned, reached] = [comparableAmount(target, actual), comparableAmount(actual, target)];
  if (!planned || !reached) return null;
  const difference = reached.minus(planned);
  return {
    isReached: REACHED[target.comparator ?? ''](difference),
    difference: difference.isZero() ? null : formatDifference(difference, unitOf(target, actual)),
  };
}

/** Two sums of money are compared in yuan. */
function unitOf(target: Target, actual: Target): string {
  return target.unit === actual.unit || !yuanOf(target) ? (target.unit ?? '') : '元';
}

function formatDifference(difference: Decimal, unit: string): string {
  const size = formatFigure(difference.abs().toFixed(), unit === '%' ? '个百分点' : unit);
  return `${difference.isNegative() ? '少' : '多'} ${size}`;
}
