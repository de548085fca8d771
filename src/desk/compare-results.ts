/**
 * In: the results that a body published, and those of a new file.
 * Out: which of them differ, and how; and which came or went.
 */
import type { Result } from '../record/result-schema.ts';
import { compareResults } from '../revisions/compare-results.ts';
import type { Difference } from '../revisions/difference.ts';

export interface ResultChanges {
  changed: readonly { name: string; differences: readonly Difference[] }[];
  added: readonly Result[];
  /** Those that the new file does not have. */
  gone: readonly Result[];
}

export function compareAllResults(before: readonly Result[], after: readonly Result[]): ResultChanges {
  const old = new Map(before.map((result) => [result.id, result]));
  const ids = new Set(after.map(({ id }) => id));
  return {
    changed: after.flatMap((result) => {
      const earlier = old.get(result.id);
      const differences = earlier ? compareResults(earlier, result) : [];
      return differences.length > 0 ? [{ name: result.name, differences }] : [];
    }),
    added: after.filter(({ id }) => !old.has(id)),
    gone: before.filter(({ id }) => !ids.has(id)),
  };
}
