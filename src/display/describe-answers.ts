import { formatCount } from './format-count.ts';

/** How many projects of a year have a result. */
export interface AnswerCounts {
  /** All of them. */
  total: number;
  published: number;
  /** Of the published ones: those that were published after the day that was due. */
  late: number;
}

/**
 * `4 个项目里，3 个公布了自评，1 个未公布自评。公布的期限是2026年6月30日，2 个晚于期限。`
 *
 * @param due The last day that is in time, `YYYY-MM-DD`. Null: the site sets none, and nothing is late.
 */
export function describeAnswers({ total, published, late }: AnswerCounts, due: string | null): string {
  const missing = total - published;
  const parts = [
    `${formatCount(total)} 个项目里，${formatCount(published)} 个公布了自评`,
    ...(missing > 0 ? [`${formatCount(missing)} 个未公布自评`] : []),
  ];
  const lateness = late > 0 ? `，${formatCount(late)} 个晚于期限` : '';
  return `${parts.join('，')}。${due === null ? '' : `公布的期限是${formatDue(due)}${lateness}。`}`;
}

/** In words, which a line does not break as it breaks `2026-06-30`. */
function formatDue(day: string): string {
  const [year = '', month, date] = day.split('-');
  return `${year}年${Number(month)}月${Number(date)}日`;
}
