import { filledCells } from '../../table/grid.ts';
import { resultForm, type FundColumn } from '../forms/result-form.ts';
import type { LabelledCell, LabelledRow } from '../labelled-grid.ts';
import { parseFigure } from './parse-figure.ts';

/** The columns of 项目资金. */
export interface FundColumns {
  at: Partial<Record<FundColumn, number>>;
  /** Columns without a field, by number, with their headers. */
  details: Map<number, LabelledCell>;
  /** The first column with a field; what is left of it are labels. */
  first: number;
}

/** Columns that tell funds from other figures: indicators have 分值 and 得分, too. */
const OF_MONEY: ReadonlySet<FundColumn> = new Set(['initial', 'revised', 'spent', 'rate']);

/** Whether a row is the header of 项目资金: 年初预算数, 全年预算数, 全年执行数, …; two of them at least, and no figures between them. */
export function isFundHeader(row: LabelledRow): boolean {
  const cells = filledCells(row);
  const names = new Set(cells.flatMap(({ key }) => resultForm.fundColumns.get(key)?.name ?? []));
  return (
    [...names].filter((name) => OF_MONEY.has(name)).length > 1 &&
    cells.every(({ text }) => parseFigure(text).value === null)
  );
}

/** Whether a row is the lower of two headers of funds: 年初 and 调整后 under 预算数. */
export function isLowerFundHeader(row: LabelledRow, upper: LabelledRow): boolean {
  const { first } = readFundColumns(upper);
  const [lowest, ...others] = filledCells(row);
  const isColumn = ({ key }: LabelledCell) => resultForm.fundColumns.has(key);
  return (
    lowest !== undefined && row.cells.indexOf(lowest) >= first && isColumn(lowest) && others.every(isColumn)
  );
}

export function readFundColumns({ cells }: LabelledRow): FundColumns {
  const first = cells.findIndex(
    ({ key }, column) => resultForm.fundColumns.has(key) && !isGroupOf(key, cells.slice(column + 1)),
  );
  const columns: FundColumns = { at: {}, details: new Map(), first };
  for (const [column, cell] of cells.entries()) {
    const name = column < first ? undefined : resultForm.fundColumns.get(cell.key)?.name;
    if (name && columns.at[name] === undefined) columns.at[name] = column;
    else if (cell.text !== '' && column > first) columns.details.set(column, cell);
  }
  return columns;
}

/** Whether a label is that of a group although it could be a column's: 年度预算数（万元）, with 年初预算 and 调整后预算 right of it. */
function isGroupOf(label: string, right: readonly LabelledCell[]): boolean {
  const others = right.map(({ key }) => resultForm.fundColumns.get(key)?.name);
  return (
    resultForm.fundColumns.get(label)?.name === 'revised' &&
    others.includes('initial') &&
    others.includes('revised')
  );
}
