import { filledCells } from '../../table/grid.ts';
import { toPlain } from '../../table/to-plain.ts';
import { resultForm } from '../forms/result-form.ts';
import { isPartOfTarget, joinHeaders } from '../join-headers.ts';
import type { LabelledCell, LabelledGrid } from '../labelled-grid.ts';
import { isIndicatorHeader } from '../read-columns.ts';
import { isFundHeader } from './fund-columns.ts';

/** Words of the titles of other tables with results: 绩效运行监控表, 绩效目标调整表, 部门整体支出绩效自评表. */
const OTHER_TITLE = /监控|调整|整体(?!.*项目)/;
/** Labels that only tables of a part of the year have: 1-7月执行情况, 全年预计完成情况, 完成目标可能性. */
const OF_MONITORING =
  /^(?:(?:\d{1,2}[-~—至]\d{1,2}月|上半年|截至.{1,12}|全年预计|年中)(?:实际|累计)?(?:执行|完成|支出).{0,4}|监控情况|完成目标可能性|确定能|有可能|完全不可能)$/;
/** Labels that only tables of changed targets have. */
const OF_CHANGES = /^(?:原指标值|调整前(?:指标值|金额)?|调整后指标值|调整后金额|调整原因)$/;
/** Labels that only tables of a whole office have. */
const OF_AN_OFFICE = /^(?:年度主要任务|任务名称|部门职能概述|部门整体支出|(?:部门|单位)?整体绩效目标)$/;

/**
 * Whether a table is a 《项目支出绩效自评表》 that can be read: its header of indicators has what was reached, and the table has
 * something else of such tables; or the header has points alone, and the title says what it is.
 */
export function isResultTable(given: LabelledGrid): boolean {
  const titles = [given.title, ...given.above].map((cell) => toPlain(cell?.text ?? ''));
  if (titles.some((title) => OTHER_TITLE.test(title))) return false;
  const { rows } = joinResultHeaders(given);
  const header = rows.find((row) => isIndicatorHeader(row, resultForm));
  if (!header) return false;
  const names = new Set(
    filledCells(header).flatMap(({ key }) => resultForm.resultColumns.get(key)?.name ?? []),
  );
  const isNamed = titles.some((title) => title.includes('自评'));
  const hasMore = names.size > 1 || rows.some(isFundHeader);
  if (!(names.has('actual') ? hasMore || isNamed : names.has('score') && isNamed)) return false;
  const cells = rows.flatMap((row) => filledCells(row));
  const isOfProject = cells.some(({ key }) => resultForm.head.get(key)?.name === 'name');
  return !cells.some(
    ({ key }) => OF_MONITORING.test(key) || OF_CHANGES.test(key) || (!isOfProject && OF_AN_OFFICE.test(key)),
  );
}

/** With one header of indicators: of two rows of it, the lower can have parts of the target and what was reached. */
export function joinResultHeaders(grid: LabelledGrid): LabelledGrid {
  return joinHeaders(
    grid,
    [resultForm],
    (label: LabelledCell, form) => isPartOfTarget(label, form) || resultForm.resultColumns.has(label.key),
  );
}
