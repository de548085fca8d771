import { filledCells, type Cell } from '../table/grid.ts';
import { shorten } from '../table/shorten.ts';
import { listLabels } from './choose-form.ts';
import type { Form } from './form.ts';
import type { LabelledGrid } from './labelled-grid.ts';

/** The message for a table whose form is not recognized, in Chinese: which labels are understood, and which are not. */
export function describeUnknown(grid: LabelledGrid, form: Form): string {
  const { understood, unknown } = listLabels(grid, form);
  if (understood.length > 0)
    return `不认识这种表式。读懂的栏目：${quote(understood)}；没读懂的：${quote(unknown) || '无'}。如果是本地的表式，请在 content/forms/ 里说明这些栏目`;
  const texts = [...grid.above, ...grid.rows.flatMap((row) => filledCells(row))].slice(0, 4);
  if (texts.length === 0) return '这张表没有填写一个字';
  return `这几行有制表符或竖线，读成了表格，却没有绩效目标表的栏目（项目名称、预算金额、三级指标）：${quote(texts)}`;
}

function quote(cells: readonly Cell[]): string {
  const texts = new Set(cells.map(({ text }) => `“${shorten(text, 12)}”`));
  return [...texts].slice(0, 12).join('、');
}
