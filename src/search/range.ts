/** A range of numbers, open to one side or both. Both a question and a published quantity are one. */
import type { Comparator } from '../record/comparators.ts';

export interface Range {
  /** May be infinite. */
  from: number;
  to: number;
  /** Whether the ends belong to it. */
  hasFrom: boolean;
  hasTo: boolean;
}

/** Both ends belong to it; the larger may be the first. */
export function rangeOf(one: number, other: number): Range {
  return { from: Math.min(one, other), to: Math.max(one, other), hasFrom: true, hasTo: true };
}

/** `≥95`: from 95 on. A number without a comparator, or with `=` or `≈`, is a range of one number. */
export function rangeBeside(comparator: Comparator | null, value: number): Range {
  if (comparator === '≥' || comparator === '>')
    return { from: value, to: Infinity, hasFrom: comparator === '≥', hasTo: false };
  if (comparator === '≤' || comparator === '<')
    return { from: -Infinity, to: value, hasFrom: false, hasTo: comparator === '≤' };
  return rangeOf(value, value);
}

export function isEqual(a: Range, b: Range): boolean {
  return a.from === b.from && a.to === b.to && a.hasFrom === b.hasFrom && a.hasTo === b.hasTo;
}

/** Whether every number of one range is in another: who keeps `≥98` keeps `≥95`. */
export function isWithin(inner: Range, outer: Range): boolean {
  const isFromIn =
    inner.from > outer.from || (inner.from === outer.from && (outer.hasFrom || !inner.hasFrom));
  const isToIn = inner.to < outer.to || (inner.to === outer.to && (outer.hasTo || !inner.hasTo));
  return isFromIn && isToIn;
}
