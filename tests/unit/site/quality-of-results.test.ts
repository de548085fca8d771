import { expect, test } from 'vitest';
import type { Indicator, Project } from '../../../src/record/disclosure-schema.ts';
import { must } from '../../../src/record/must.ts';
import { parseTarget } from '../../../src/record/parse-target.ts';
import { qualityOfResults } from '../../../src/site/quality-of-results.ts';
import type { AnsweredResult } from '../../../src/site/results.ts';
import { resultRow, settledResult } from '../../helpers/make-result.ts';

/** @param published Target in the table of targets. Null: nothing is joined. @param rule Of a notice, at its line. */
function answered(
  published: string | null,
  [rule, line]: readonly [rule: string, line: number],
): AnsweredResult {
  const result = settledResult({
    indicators: [resultRow({ name: '清淤次数', target: parseTarget('≥10次') })],
  });
  const answer = must(result.indicators[0]);
  const indicator = { annualTarget: parseTarget(published ?? ''), periodTarget: null, line: 5 };
  return {
    result,
    file: { id: 'f', entry: { notices: [{ rule, line }] } },
    project: published === null ? null : ({ id: 'p' } as Project),
    rows: [{ indicator: published === null ? null : (indicator as unknown as Indicator), answer }],
  } as unknown as AnsweredResult;
}

test('results are counted by how they go with the targets, and by their scores', () => {
  const results = [
    answered('≥10次', ['result/scores-differ', 20]),
    answered('≥8次', ['result/weights-not-100', 21]),
    answered(null, ['result/weights-not-100', 1]),
    answered('10次', ['result/rate-differs', 20]),
  ];
  expect(qualityOfResults([{ year: 2025, files: [], results }])).toEqual([
    { year: 2025, results: 4, joined: 3, apart: 1, differing: 1, unbalanced: 2 },
  ]);
  expect(qualityOfResults([])).toEqual([]);
});
