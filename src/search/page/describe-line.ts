/** What a line of a group says besides its name and its target. */
import { formatCount } from '../../display/format-count.ts';
import { formatYuan } from '../../display/format-yuan.ts';
import type { Line } from '../query.ts';

/** A body's number of projects, or the budget of a project; null: neither. */
export function amountOf({ projects, yuan }: Pick<Line, 'projects' | 'yuan'>): string | null {
  if (projects !== null) return `${formatCount(projects)} 个项目`;
  return yuan === null ? null : formatYuan(yuan, '\u00A0');
}

/** What an indicator or a section belongs to, and whether its target is that of the whole period. */
export function contextOf({ of, isPeriod }: Pick<Line, 'of' | 'isPeriod'>): string {
  return joinTexts([of, isPeriod ? '周期的指标值' : null]);
}

/** Who published it, and for which years: `水务局，2025年、2026年`. */
export function publishedBy({ publisher, years }: Pick<Line, 'publisher' | 'years'>): string {
  return joinTexts([publisher, formatYears(years)]);
}

/** All of it in one line, for a suggestion. */
export function summaryOf({ of, publisher, years, yuan, projects }: Line): string {
  const count = projects === null ? null : amountOf({ projects, yuan });
  return joinTexts([count, of, publisher, formatYears(years), amountOf({ projects: null, yuan })]);
}

function formatYears(years: readonly number[]): string {
  return years.map((year) => `${year}年`).join('、');
}

function joinTexts(texts: readonly (string | null)[]): string {
  return texts.filter((text) => text !== null && text !== '').join('，');
}
