import { formatCount } from './format-count.ts';

/** Whose indicators are compared: `38 个单位两年共写了 120 项`; of one year, `1 个单位在 2026年写了 3 项`. */
export function describeComparison(comparison: {
  rows: readonly unknown[];
  years: readonly number[];
  publishers: readonly string[];
}): string {
  const { rows, years, publishers } = comparison;
  const [newest] = years;
  const bodies = `${formatCount(publishers.length)} 个单位`;
  const when = years.length === 1 ? `在${newest}年` : `${years.length} 年共`;
  return `${bodies}${when}写了 ${formatCount(rows.length)} 项，逐项列出指标值、单位和项目`;
}
