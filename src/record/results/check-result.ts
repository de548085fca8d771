import type { Report } from '../notices.ts';
import { actualsAreWritten } from '../rules/actuals-are-written.ts';
import { ratesAgree } from '../rules/rates-agree.ts';
import type { ResultRule } from '../rules/rule.ts';
import { scoresAddUp } from '../rules/scores-add-up.ts';
import { scoresFollowActuals } from '../rules/scores-follow-actuals.ts';
import { weightsAddUp } from '../rules/weights-add-up.ts';
import type { ParsedResult } from '../result-schema.ts';
import type { ResultPositions } from './result-positions.ts';

/** Every rule over a result that has been read. */
const resultRules: readonly ResultRule[] = [
  scoresAddUp,
  ratesAgree,
  weightsAddUp,
  ...actualsAreWritten,
  scoresFollowActuals,
];

/** Runs all rules and reports their findings. */
export function checkResult(result: ParsedResult, positions: ResultPositions, report: Report): void {
  for (const { id, check } of resultRules) {
    for (const { position, message } of check(result, positions)) report(position, id, message);
  }
}
