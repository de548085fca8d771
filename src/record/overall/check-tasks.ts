import { Decimal } from 'decimal.js';
import { groupDigits } from '../group-digits.ts';
import type { ParsedOverall } from '../overall-schema.ts';
import { must } from '../must.ts';
import { toleranceOf } from '../rules/rounding.ts';
import type { ResultScope } from '../results/result-scope.ts';

/** Reports each column in which the tasks add up to another sum than the row 合计 says, beyond rounding: both figures are named. */
export function checkTasks(
  { tasks, total }: Pick<ParsedOverall, 'tasks' | 'total'>,
  scope: ResultScope,
): void {
  for (const [place, sum] of (total?.amounts ?? []).entries()) {
    if (sum.yuan === null) continue;
    const written = { text: sum.text, yuan: sum.yuan };
    const parts = tasks.flatMap(({ amounts }) => amounts.filter(({ label }) => label === sum.label));
    const isSecond = must(total).amounts.findIndex(({ label }) => label === sum.label) !== place;
    const read = parts.flatMap(({ text, yuan }) => (yuan === null ? [] : [{ text, yuan }]));
    // A cell that is no amount leaves nothing to compare; so do two columns of one name.
    if (read.length === 0 || read.length < parts.length || isSecond) continue;
    const added = Decimal.sum(...read.map(({ yuan }) => yuan));
    const difference = added.minus(sum.yuan).abs();
    if (difference.lessThanOrEqualTo(toleranceOf([...read, written]))) continue;
    const message = `各项任务的“${sum.label}”合计 ${groupDigits(added.toFixed(2))} 元，表上写 ${groupDigits(sum.yuan)} 元，相差 ${groupDigits(difference.toFixed(2))} 元`;
    scope.context.notices.report(must(scope.cells.get(sum)), 'overall/tasks-differ', message);
  }
}
