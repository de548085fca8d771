import type { Target } from '../record/disclosure-schema.ts';
import { parseTarget } from '../record/parse-target.ts';

/**
 * A target with the comparator and the unit that other columns of its row give: `95`, 大于等于 and % make `≥95%`.
 *
 * It is shown after the cell, which stays as published. Null: the cell itself says as much.
 */
export function formatReading(target: Target | null): string | null {
  if (!target || target.value === null || (target.comparator === null && target.unit === null)) return null;
  const { text, comparator, value, upper, unit } = target;
  const cell = parseTarget(text);
  if (cell.comparator === comparator && cell.unit === unit) return null;
  const isBare = cell.comparator === null && cell.unit === null;
  const figure = isBare ? text : `${value}${upper === null ? '' : `~${upper}`}`;
  return `${comparator ?? ''}${figure}${unit ?? ''}`;
}

/** The text of a target and, where it reads otherwise, how: `95（即 ≥95%）`. */
export function describeTarget(target: Target): string {
  const reading = formatReading(target);
  return reading === null ? target.text : `${target.text}（即 ${reading}）`;
}
