import type { Answer } from '../query.ts';
import { describeGroup, mainQuestion } from './describe-question.ts';

/** A link to a section of the answer. */
interface Jump {
  id: string;
  title: string;
  count: number;
}

/** Links to the sections of an answer; none where it has a single one. */
export function listJumps({
  groups,
  hitCount,
  questions,
}: Pick<Answer, 'groups' | 'hitCount' | 'questions'>): Jump[] {
  const jumps: Jump[] = groups
    .filter(({ id }) => id !== 'guide')
    .map(({ id, count }) => ({ id, title: describeGroup(id, { questions })[0], count }));
  if (hitCount > 0) jumps.push({ id: 'hits', title: titleOfHits({ questions }), count: hitCount });
  return jumps.length < 2 ? [] : jumps;
}

/** Title of the projects that are in no group. */
export function titleOfHits(answer: Pick<Answer, 'questions'>): string {
  return mainQuestion(answer) ? '别处写着' : '项目';
}
