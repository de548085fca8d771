/**
 * In: the projects of a body or a year, the results that answer them, and the day that results are due.
 * Out: which projects have a result, which have none, and which have it late.
 */
import type { AnswerCounts } from '../display/describe-answers.ts';
import type { Project } from '../record/disclosure-schema.ts';
import type { AnsweredResult } from './results.ts';

export interface Answers extends AnswerCounts {
  /** Projects without a published result, in their order. */
  missing: readonly Project[];
}

/**
 * The last day on which results of a year are in time, `YYYY-MM-DD`.
 *
 * @param resultsDue `MM-DD` in the year after, from `site.json`. Without it there is no such day.
 */
export function dueDay(year: number, resultsDue: string | undefined): string | null {
  return resultsDue === undefined ? null : `${year + 1}-${resultsDue}`;
}

/**
 * A result is late where its file says that it was published after the day that was due. A file that does not say when it was
 * published is not called late: the day on which the site received it proves nothing about the office.
 *
 * @param due As {@link dueDay} gives it.
 */
export function countAnswers(
  projects: readonly Project[],
  byProject: ReadonlyMap<string, AnswerOf>,
  due: string | null,
): Answers {
  const answers = projects.flatMap(({ id }) => byProject.get(id) ?? []);
  return {
    total: projects.length,
    published: answers.length,
    late: answers.filter((answer) => isLate(answer, due)).length,
    missing: projects.filter(({ id }) => !byProject.has(id)),
  };
}

/** What lateness depends on. */
interface AnswerOf {
  file: { entry: { publication: Pick<AnsweredResult['file']['entry']['publication'], 'published'> } };
}

function isLate({ file }: AnswerOf, due: string | null): boolean {
  const { published } = file.entry.publication;
  return due !== null && published !== undefined && published > due;
}
