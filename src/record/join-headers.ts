import { filledCells } from '../table/grid.ts';
import type { ColumnName } from './fields.ts';
import type { Form } from './form.ts';
import type { LabelledCell, LabelledGrid, LabelledRow } from './labelled-grid.ts';
import { isIndicatorHeader } from './read-columns.ts';

/**
 * Makes one header of two rows. Merged cells leave blanks, so that each column has its words in one of them; where both have
 * words, the lower ones are the column's.
 *
 *     项目名称  预算数  绩效指标                               一级指标  二级指标  三级指标  指标值
 *                       一级指标  二级指标  三级指标  指标值                                 符号    目标值  单位
 *
 * @param isPart Whether a label can be in the lower row of a header of indicators.
 */
export function joinHeaders(
  grid: LabelledGrid,
  forms: readonly Form[],
  isPart: (label: LabelledCell, form: Form) => boolean = isPartOfTarget,
): LabelledGrid {
  const headers = forms.map((form) => ({
    form,
    isHeader: grid.rows.map((row) => isIndicatorHeader(row, form)),
  }));
  const rows: LabelledRow[] = [];
  let skip = false;
  for (const [index, row] of grid.rows.entries()) {
    const next = grid.rows[index + 1];
    if (skip) skip = false;
    else if (
      next &&
      headers.some(({ form, isHeader }) =>
        isHeader[index]
          ? !isHeader[index + 1] && isLower(next, row, form, isPart)
          : isHeader[index + 1] && isUpper(row, next, form),
      )
    ) {
      rows.push(joinRows(row, next));
      skip = true;
    } else rows.push(row);
  }
  return rows.length === grid.rows.length ? grid : { ...grid, rows };
}

/** Above a header of indicators, the upper row of a ledger's header: it names projects, and has blank cells or 绩效指标 over the indicators. */
function isUpper(upper: LabelledRow, lower: LabelledRow, form: Form): boolean {
  const filled = filledCells(upper);
  const name = filled.findIndex(({ key }) => form.head.get(key)?.name === 'name');
  const isKnown = (cell: LabelledCell | undefined) =>
    cell !== undefined && (form.head.has(cell.key) || isIndicatorLabel(cell, form));
  // 项目名称 beside a name is a field of a sheet.
  if (name < 0 || (!isKnown(filled[name + 1]) && filled.filter(isKnown).length < 3)) return false;
  return lower.cells.every((cell, column) => {
    const above = upper.cells[column];
    return cell.text === '' || !above || above.text === '' || isIndicatorLabel(above, form);
  });
}

/** Under a header of indicators, its lower row: parts of a target, right of the names of indicators. */
function isLower(
  lower: LabelledRow,
  upper: LabelledRow,
  form: Form,
  isPart: (label: LabelledCell, form: Form) => boolean,
): boolean {
  const cells = filledCells(lower);
  const lastName = upper.cells.findLastIndex(({ key }) => form.columns.get(key)?.name === 'name');
  return (
    cells.length >= 2 &&
    lower.cells.findIndex(({ text }) => text !== '') > lastName &&
    cells.every((cell) => isPart(cell, form))
  );
}

const PARTS: ReadonlySet<ColumnName | undefined> = new Set([
  ...(['direction', 'unit', 'target', 'annualTarget', 'periodTarget'] as const),
]);

/** Whether a label is that of a target, or of its comparator or unit. */
export function isPartOfTarget({ key }: LabelledCell, form: Form): boolean {
  return PARTS.has(form.columns.get(key)?.name);
}

function isIndicatorLabel({ key }: LabelledCell, form: Form): boolean {
  return (
    form.indicators.has(key) || form.columns.has(key) || form.goals.has(key) || form.goalSections.has(key)
  );
}

function joinRows(upper: LabelledRow, lower: LabelledRow): LabelledRow {
  const cells = upper.cells.map((cell, column) => {
    const below = lower.cells[column];
    return below && below.text !== '' ? below : cell;
  });
  return { line: upper.line, cells };
}
