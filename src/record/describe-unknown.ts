import { filledCells, type Cell } from '../table/grid.ts';
import { shorten } from '../table/shorten.ts';
import { listLabels } from './choose-form.ts';
import { distinctLabels } from './distinct-labels.ts';
import { isIndicatorRow } from './is-foreign.ts';
import { isIndicatorHeader } from './read-columns.ts';
import { findNearestLabel } from './find-nearest-label.ts';
import type { Form } from './form.ts';
import type { LabelledCell, LabelledGrid } from './labelled-grid.ts';

/**
 * The message for a table whose form is not recognized, in Chinese: which labels are understood, and each that is not, with the
 * form's label that is spelled like it.
 */
export function describeUnknown(grid: LabelledGrid, form: Form): string {
  if (
    grid.rows.some((row) => isIndicatorRow(row, form)) &&
    !grid.rows.some((row) => isIndicatorHeader(row, form))
  )
    return '这几行是指标，上面却没有“一级指标、二级指标、三级指标”的表头；若是上一张表的下半部分，请删去中间的空行和表名';
  const labels = listLabels(grid, form);
  const { understood, unknown } = labels;
  if (areLikelyTargets(labels, form)) {
    const read = distinctLabels(understood).slice(0, MOST_UNDERSTOOD);
    return `不认识这种表式。读懂的栏目：${read.map((cell) => quote(cell, 12)).join('、') || '无'}；没读懂的：${describeUnread(unknown, form)}。如果是本地的表式，请在 content/forms/ 里说明这些栏目`;
  }
  const texts = [...grid.above, ...grid.rows.flatMap((row) => filledCells(row))].slice(0, 4);
  if (texts.length === 0) return '这张表没有填写一个字';
  return `这几行有制表符或竖线，读成了表格，却没有绩效目标表的栏目（项目名称、预算金额、三级指标）：${texts.map((cell) => quote(cell, 12)).join('、')}`;
}

/** Whether labels are those of a target table: one is understood, is spelled like one of the form, or has a word of such tables. */
export function areLikelyTargets(
  { understood, unknown }: ReturnType<typeof listLabels>,
  form: Form,
): boolean {
  const isLikely = ({ key }: LabelledCell) =>
    /指标|绩效|预算/.test(key) || findNearestLabel(key, form) !== null;
  return understood.length > 0 || unknown.some(isLikely);
}

/** Labels that were understood need no work: not all are listed. */
const MOST_UNDERSTOOD = 12;
/** No form has as many labels; a table of so many cells is none. */
const MOST_UNREAD = 60;

function describeUnread(unknown: readonly LabelledCell[], form: Form): string {
  const labels = distinctLabels(unknown);
  if (labels.length === 0) return '无';
  const listed = labels
    .slice(0, MOST_UNREAD)
    .map((cell) => `${quote(cell, 20)}${describeNearest(cell, form)}`);
  return `${listed.join('、')}${labels.length > MOST_UNREAD ? `等 ${labels.length} 个` : ''}`;
}

function describeNearest({ key }: LabelledCell, form: Form): string {
  const nearest = findNearestLabel(key, form);
  return nearest === null ? '' : `（接近“${nearest.label}”）`;
}

function quote({ text }: Cell, length: number): string {
  return `“${shorten(text, length)}”`;
}
