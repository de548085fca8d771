import type { ParsedIndicator, Target } from '../record/disclosure-schema.ts';

/** An indicator's target of the year, else of the period; null where neither is written. */
export function targetOf({ annualTarget, periodTarget }: ParsedIndicator): Target | null {
  return annualTarget ?? periodTarget;
}
