import type { Target } from '../record/disclosure-schema.ts';
import { parseTarget } from '../record/parse-target.ts';

/**
 * How a target reads with what other columns of its row say of it: `95` beside 大于等于 and % is `≥95%`.
 *
 * It is derived, and stands beside the cell, which stays as published. Null: the cell says it all itself.
 */
export function formatReading(target: Target | null): string | null {
  if (!target || target.value === null || (target.comparator === null && target.unit === null)) return null;
  const { text, comparator, value, upper, unit } = target;
  const own = parseTarget(text);
  if (own.comparator === comparator && own.unit === unit) return null;
  const isBare = own.comparator === null && own.unit === null;
  const figure = isBare ? text : `${value}${upper === null ? '' : `~${upper}`}`;
  return `${comparator ?? ''}${figure}${unit ?? ''}`;
}

/** The text of a target and, where it reads otherwise, how: `95（即 ≥95%）`. */
export function describeTarget(target: Target): string {
  const reading = formatReading(target);
  return reading === null ? target.text : `${target.text}（即 ${reading}）`;
}
