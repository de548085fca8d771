import type { Target } from '../record/disclosure-schema.ts';
import type { AnsweredResult } from './results.ts';

/** What became of a target, as a result says it. */
export interface ActualValue {
  /** As published. */
  text: Target['text'];
  /** Address of its row on the page of the result. */
  href: string;
}

/** The actual values of the indicators that results answer, by the addresses of the indicators' rows. */
export function actualValues(results: readonly AnsweredResult[]): Map<string, ActualValue> {
  return new Map(
    results.flatMap(({ project, result, rows }) =>
      rows.flatMap(({ indicator, answer }): [string, ActualValue][] => {
        if (!project || !indicator || !answer?.actual) return [];
        const href = `/${result.id}/#${answer.anchor}`;
        return [[`/${project.id}/#${indicator.anchor}`, { text: answer.actual.text, href }]];
      }),
    ),
  );
}
