/**
 * In: indicators of a project.
 * Out: the table that a page shows of them: its columns, and its rows by category.
 */
import type { ParsedIndicator, ParsedProject } from '../record/disclosure-schema.ts';
import { askedColumns } from './asked-columns.ts';
import { formatReading } from './format-reading.ts';
import { progressPair, type ProgressPair } from './progress-pair.ts';

/** Equal targets up to this many characters are shown in both columns; longer ones once, over both. */
const SHORT = 16;

/** One row. */
export interface IndicatorRow<Indicator> {
  indicator: Indicator;
  /** Whether the targets of the year and of the period are the same words. */
  same: boolean;
  /** Whether these are shown once, over both columns. */
  joined: boolean;
  /** The first of its subcategory, where the word is explained. */
  isFirst: boolean;
  /** The year's target in that of the period. Null: they can't be compared. */
  pair: ProgressPair | null;
  hasReading: boolean;
}

export interface IndicatorRows<Indicator> {
  has: ReturnType<typeof askedColumns>;
  columns: string[];
  /** In the order of the table. */
  categories: [category: string, rows: IndicatorRow<Indicator>[]][];
  hasShares: boolean;
  hasReadings: boolean;
}

/** @param indicators All of the project, or those of one page. */
export function indicatorRows<Indicator extends ParsedIndicator>(
  project: { source: Pick<ParsedProject['source'], 'asked'>; year: number },
  indicators: readonly Indicator[],
): IndicatorRows<Indicator> {
  const has = askedColumns([project]);
  const hasBoth = has.annualTarget && has.periodTarget;
  const subcategories = indicators.map(({ subcategory }) => subcategory);
  const rows = indicators.map((indicator, index) => {
    const annual = indicator.annualTarget?.text ?? '';
    const same = hasBoth && annual === (indicator.periodTarget?.text ?? '');
    return {
      indicator,
      same,
      joined: same && annual.length > SHORT,
      isFirst: subcategories.indexOf(indicator.subcategory) === index,
      pair: hasBoth ? progressPair(indicator) : null,
      hasReading: [indicator.annualTarget, indicator.periodTarget].some(
        (target) => formatReading(target) !== null,
      ),
    };
  });
  return {
    has,
    columns: [
      ...(has.subcategory ? ['二级指标'] : []),
      '三级指标',
      ...(has.annualTarget ? [`${project.year}年指标值`] : []),
      ...(has.periodTarget ? ['实施周期指标值'] : []),
    ],
    categories: [...Map.groupBy(rows, ({ indicator }) => indicator.category)],
    hasShares: rows.some(({ pair }) => pair !== null),
    hasReadings: rows.some(({ hasReading }) => hasReading),
  };
}

/** What is in columns without a field: `权重：10`. */
export function describeDetails({ details }: ParsedIndicator): string[] {
  return details.map(({ label, value }) => `${label}：${value}`);
}
