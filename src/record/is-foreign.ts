import { filledCells, type Cell } from '../table/grid.ts';
import { shorten } from '../table/shorten.ts';
import type { Form } from './form.ts';
import type { LabelledRow } from './labelled-grid.ts';
import type { RecognizedTable } from './recognize-tables.ts';

/**
 * Whether a table has nothing of a target table: no 项目名称, no goal and no header of indicators. Next to a target table it is
 * something else: a sheet of notes, a budget, a paragraph with a tab.
 */
export function isForeign({ grid, form, other, isOverall }: RecognizedTable): boolean {
  if (other || isOverall) return false;
  const hasLabel = (row: LabelledRow) =>
    filledCells(row).some(
      ({ key }) => form.columns.has(key) || form.goals.has(key) || form.head.get(key)?.name === 'name',
    );
  return !grid.rows.some((row) => hasLabel(row) || isIndicatorRow(row, form));
}

/** 产出指标 or 数量指标, and two cells right of it at least: an indicator, also where the header is on the page before. */
export function isIndicatorRow(row: LabelledRow, { categories, subcategories }: Form): boolean {
  return filledCells(row)
    .slice(0, -2)
    .some(({ key }) => categories.has(key) || subcategories.has(key));
}

/** The message for such a table, in Chinese, with its first texts. */
export function describeForeign({ grid }: RecognizedTable): string {
  const texts = [...grid.above, ...grid.rows.flatMap((row): Cell[] => filledCells(row))].slice(0, 4);
  const quoted = texts.map(({ text }) => `“${shorten(text, 12)}”`).join('、');
  return `这不是项目绩效目标表，没有作为项目公开：${quoted}`;
}
