/**
 * In: what the address of `/search/` says, and the answer to it.
 * Out: what the page says and shows. No DOM.
 */
import type { Answer, Group } from '../query.ts';
import { describeAnswer, describeFailure, describeReading } from './describe-answer.ts';
import { mainQuestion } from './describe-question.ts';
import type { SearchState } from './search-address.ts';

export interface View {
  title: string;
  message: string;
  /** Null: there are no results to list or filter. */
  answer: Answer | null;
}

export function titleOf({ text }: Pick<SearchState, 'text'>): string {
  return text.trim() === '' ? '筛选项目' : `搜索“${text}”`;
}

/** The title, and the message under it. */
export function describePage(state: Pick<SearchState, 'text'>, answer: Answer): View {
  if (answer.total > 0) return { title: titleOf(state), message: describeAnswer(answer), answer };
  // What explains how numbers are searched is no result.
  const hasPlaces = answer.groups.length > 0 && !mainQuestion(answer);
  const title = hasPlaces ? titleOf(state) : `没有找到“${state.text}”`;
  const message = hasPlaces ? '项目里没有这几个字，下面这里有。' : '单位、项目、指标、指标值和指南里都没有。';
  return { title, message: describeReading(answer) + describeFailure(answer) + message, answer };
}

/** The groups that the page shows: of one group alone, that one. */
export function shownGroups(
  { part }: Pick<SearchState, 'part'>,
  { groups }: Pick<Answer, 'groups'>,
): Group[] {
  return groups.filter(({ id }) => part === null || part === id);
}

/** Whether filters can help: there is something, but it does not pass them. */
export function isFilteredOut({ count, total }: Pick<Answer, 'count' | 'total'>): boolean {
  return total > 0 && count === 0;
}

/**
 * The button that lists more of the list, or of the only group; null: all is listed.
 *
 * @param step How many it lists.
 */
export function describeMore(
  { part }: Pick<SearchState, 'part'>,
  answer: Pick<Answer, 'groups' | 'hits' | 'hitCount'> | null,
  step: number,
): string | null {
  const group = answer?.groups.find(({ id }) => id === part);
  const shown = group ? group.lines.length : (answer?.hits.length ?? 0);
  const all = group ? group.count : part === null ? (answer?.hitCount ?? 0) : 0;
  return all <= shown ? null : `再列 ${Math.min(step, all - shown)} ${group ? '项' : '个项目'}`;
}
