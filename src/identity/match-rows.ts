import type { Indicator } from '../record/disclosure-schema.ts';
import type { ResultIndicator } from '../record/result-schema.ts';
import { fold } from './match-results.ts';

/** A row of a target table with the row of the result that answers it. One of them may be missing. */
export type AnsweredRow =
  { indicator: Indicator; answer: ResultIndicator | null } | { indicator: null; answer: ResultIndicator };

/** What two rows have in common, best first. On each side, one row alone may have it. */
const LIKENESSES: readonly ((row: Row) => string)[] = [
  ({ category, subcategory, name }) => [category, subcategory, name].map(fold).join('\n'),
  ({ subcategory, name }) => [subcategory, name].map(fold).join('\n'),
  ({ name }) => fold(name),
];
type Row = Pick<Indicator, 'category' | 'subcategory' | 'name'>;

/** The rows of a project in their order, each with its answer, then the rows that only the result has. */
export function matchRows(
  indicators: readonly Indicator[],
  answers: readonly ResultIndicator[],
): AnsweredRow[] {
  const pairs = new Map<Indicator, ResultIndicator>();
  const free = new Set(answers);
  for (const likenessOf of LIKENESSES) {
    const asked = Map.groupBy(indicators, likenessOf);
    for (const [key, [answer, ...more]] of Map.groupBy(answers, likenessOf)) {
      const [indicator, ...rivals] = asked.get(key) ?? [];
      if (!answer || !indicator || more.length + rivals.length > 0) continue;
      if (pairs.has(indicator) || !free.has(answer)) continue;
      pairs.set(indicator, answer);
      free.delete(answer);
    }
  }
  return [
    ...indicators.map((indicator) => ({ indicator, answer: pairs.get(indicator) ?? null })),
    ...Array.from(free, (answer) => ({ indicator: null, answer })),
  ];
}
