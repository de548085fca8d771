/** What became of a target. */
export type Outcome =
  /** The actual value satisfies the target. */
  | 'reached'
  | 'missed'
  /** The two tables have different targets. */
  | 'two-targets'
  /** No actual value is written. */
  | 'unanswered'
  /** Words, different units, or a target without a sign. */
  | 'not-compared';

/** How each kind of row is counted, in the order of the sentence. */
const WORDS: readonly (readonly [Outcome, string])[] = [
  ['reached', '项的实际数达到目标'],
  ['missed', '项没有达到'],
  ['two-targets', '项有两个目标数'],
  ['not-compared', '项不能按数比较'],
  ['unanswered', '项没有写实际完成值'],
];

/** `9 项指标里，4 项的实际数达到目标，3 项没有达到。` Only what is written as figures is counted as reached or not. */
export function describeOutcomes(outcomes: readonly Outcome[]): string {
  const parts = WORDS.flatMap(([outcome, words]) => {
    const count = outcomes.filter((other) => other === outcome).length;
    return count === 0 ? [] : [`${count} ${words}`];
  });
  return `${outcomes.length} 项指标里，${parts.join('，')}。`;
}
