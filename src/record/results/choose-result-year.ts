import type { Position } from '../../table/grid.ts';
import type { Report } from '../notices.ts';

/** The years that a table of results and its file name. Null: none is named. */
interface NamedYears {
  /** In the title or a line above the table. */
  caption: number | null;
  /** In labels: 2025年预算数. Several years are none. */
  labels: number | null;
  /** In the other tables of results of the file. Several years are none. */
  others: number | null;
  /** In the path of the file. */
  file: number | null;
}

/**
 * The year that a result is about: its table's, else that of the file's other results, else the file's. Results are published a year
 * after their targets, often in one file with the targets of the next year, so that the folder's year can be another. Null: none is
 * named.
 */
export function chooseResultYear(
  { caption, labels, others, file }: NamedYears,
  position: Position,
  report: Report,
): number | null {
  const written = caption ?? labels;
  const own = written ?? others;
  if (own !== null && file !== null && own !== file) {
    const where = written === null ? '文件里别的自评表' : '表上';
    const message = `${where}写 ${own} 年，文件在 ${file} 文件夹里；按 ${own} 年的自评结果公开`;
    report(position, 'result/other-year', message);
  }
  if (own === null && file === null) {
    const message = '看不出是哪一年的自评结果：应在表名下写“（2025年度）”，或把文件放在以年份命名的文件夹里';
    report(position, 'result/no-year', message);
  }
  return own ?? file;
}
