import type { ParsedResult, ParsedResultIndicator, Result } from '../../src/record/result-schema.ts';
import { settleResults } from '../../src/identity/settle-results.ts';
import { must } from '../../src/record/must.ts';
import { parseTarget } from '../../src/record/parse-target.ts';

/** A row of an invented result. */
export function resultRow(own: Partial<ParsedResultIndicator> & { name: string }): ParsedResultIndicator {
  return {
    category: '产出指标',
    subcategory: '数量指标',
    target: parseTarget('≥10次'),
    actual: parseTarget('12次'),
    weight: { text: '10', value: '10' },
    score: { text: '10', value: '10' },
    reason: null,
    details: [],
    line: 12,
    ...own,
  };
}

/** The result of an invented project, as its table says it. */
export function parsedResult(own: Partial<ParsedResult> = {}): ParsedResult {
  return {
    year: 2025,
    name: '河道清淤',
    code: null,
    department: null,
    spendingUnit: '云岭市水务局',
    funds: { total: null, sources: [] },
    goals: { expected: null, actual: null },
    indicators: [resultRow({ name: '清淤次数' })],
    total: null,
    otherFields: [],
    source: {
      path: 'disclosures/2025/water-results.md',
      sha256: '0'.repeat(64),
      startLine: 1,
      endLine: 20,
      lines: {
        ...{ name: 3, code: null, department: null, spendingUnit: 4 },
        ...{ expectedGoal: null, actualGoal: null },
      },
    },
    ...own,
  };
}

/** The same with lasting ids. @param slug Of its file. */
export function settledResult(own: Partial<ParsedResult> = {}, slug = 'water-results'): Result {
  return must(settleResults([parsedResult(own)], slug)[0]);
}
