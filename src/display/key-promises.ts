import type { ParsedIndicator, Target } from '../record/disclosure-schema.ts';
import { formatReading } from './format-reading.ts';

/** An indicator and the value it promises, both as published, with its place. */
export interface KeyPromise {
  name: string;
  value: string;
  /** How the value reads with the columns beside it; null where it says all itself. */
  reading: string | null;
  /** Line of its row in the source. */
  line: number;
}

/** What a sentence about a project names first: how much, how well, and whether people are content. */
const FIRST = [/数量/, /质量/, /满意度/];

/**
 * The first 数量, 质量 and 满意度 indicator of a project with their targets of the year, else of the period.
 *
 * Where a project has none of the three, its first indicator speaks for it.
 */
export function keyPromises(indicators: readonly ParsedIndicator[]): KeyPromise[] {
  const found = FIRST.flatMap((pattern) => {
    const first = indicators.find(
      (indicator) => pattern.test(indicator.subcategory) && targetOf(indicator) !== null,
    );
    return first ? [first] : [];
  });
  const chosen = found.length > 0 ? [...new Set(found)] : indicators.slice(0, 1);
  return chosen.map((indicator) => ({
    name: indicator.name,
    value: targetOf(indicator)?.text ?? '',
    reading: formatReading(targetOf(indicator)),
    line: indicator.line,
  }));
}

function targetOf({ annualTarget, periodTarget }: ParsedIndicator): Target | null {
  return annualTarget ?? periodTarget;
}
