import { filledCells } from '../../table/grid.ts';
import { toPlain } from '../../table/to-plain.ts';
import { resultForm } from '../forms/result-form.ts';
import type { LabelledGrid } from '../labelled-grid.ts';
import { isIndicatorHeader } from '../read-columns.ts';
import { joinResultHeaders } from '../results/is-result-table.ts';

/** Words of the titles of tables that say what became of an office's targets, or how they were changed. */
const OTHER_TITLE = /自评|评价|监控|调整|完成情况/;

/**
 * Whether a table that is about a whole office has its targets: a header of indicators, no column of what was reached, and no project.
 */
export function isOverallTable(given: LabelledGrid): boolean {
  const titles = [given.title, ...given.above].map((cell) => toPlain(cell?.text ?? ''));
  if (titles.some((title) => OTHER_TITLE.test(title))) return false;
  const cells = joinResultHeaders(given).rows.flatMap((row) => filledCells(row));
  const isResult = cells.some(({ key }) => {
    const column = resultForm.resultColumns.get(key)?.name;
    return (
      column === 'actual' ||
      column === 'score' ||
      column === 'reason' ||
      resultForm.goalSides.get(key)?.name === 'actual' ||
      resultForm.head.get(key)?.name === 'name'
    );
  });
  return !isResult && joinResultHeaders(given).rows.some((row) => isIndicatorHeader(row, resultForm));
}
