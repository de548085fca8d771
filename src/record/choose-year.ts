import type { Position } from '../table/grid.ts';
import type { LabelledCell } from './labelled-grid.ts';
import type { Report } from './notices.ts';

/** The years that a table and its file name. Null: none is named. */
interface NamedYears {
  /** In the label of the budget. */
  budget: number | null;
  /** In the path of the file. */
  file: number | null;
  caption: number | null;
  /** The label of the annual goal: `2026年度目标`. */
  goal: LabelledCell | undefined;
}

/** The year of the budget: its label's, else the file's, else the caption's, else the annual goal's. Null: none, or two differ. */
export function chooseYear(
  { budget, file, caption, goal }: NamedYears,
  budgetCell: Position,
  report: Report,
): number | null {
  const goalYear = goal?.label.year ?? null;
  if (budget !== null && file !== null && budget !== file) {
    const message = `这是 ${budget} 年的预算，文件却放在 ${file} 文件夹里；请移到 ${budget} 文件夹`;
    report(budgetCell, 'budget/other-year', message);
    return null;
  }
  const year = budget ?? file ?? caption ?? goalYear;
  if (year === null) {
    const message = '看不出是哪一年的预算：应写“2026年预算金额(元)”，或把文件放在以年份命名的文件夹里';
    report(budgetCell, 'budget/no-year', message);
    return null;
  }
  if (caption !== null && caption !== year)
    report(budgetCell, 'year/title-differs', `表名或表上的文字写 ${caption} 年，按 ${year} 年的预算公开`);
  if (goal && goalYear !== null && goalYear !== year)
    report(goal, 'year/goal-differs', `这里写“${goal.text}”，预算是 ${year} 年的`);
  return year;
}
