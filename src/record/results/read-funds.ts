/**
 * In: the headers of 项目资金 and the rows under them.
 * Out: the year's total and its sources.
 */
import { cellAt, filledCells } from '../../table/grid.ts';
import { FUND_COLUMNS, resultForm, type FundColumn } from '../forms/result-form.ts';
import { isPlaceholder } from '../is-placeholder.ts';
import type { LabelledCell, LabelledRow } from '../labelled-grid.ts';
import { must } from '../must.ts';
import type { Label } from '../read-label.ts';
import type { Figure, FundRow, Money, ParsedResult } from '../result-schema.ts';
import { alignFunds, raiseFunds, type FundLine } from './align-funds.ts';
import { isFundHeader, isLowerFundHeader, readFundColumns } from './fund-columns.ts';
import { parseFigure } from './parse-figure.ts';
import { isWord } from './is-word.ts';
import { readMoney } from './read-money.ts';
import { nameUnread, type ResultScope } from './result-scope.ts';
import { isFundLabel, type ResultSections } from './split-result.ts';

/** What the columns are called where a cell's use is shown. */
const FUND_LABELS: Record<FundColumn, string> = {
  initial: '年初预算数',
  revised: '全年预算数',
  spent: '全年执行数',
  weight: '资金分值',
  rate: '执行率',
  score: '资金得分',
};

/** A cell of a fund row, by its column. */
export type FundCells = Partial<Record<FundColumn, LabelledCell>>;

/** @param inherited The unit of money in the caption; null: none. */
export function readFunds(
  { headers, rows }: NonNullable<ResultSections['funds']>,
  inherited: Label['unit'],
  scope: ResultScope,
): ParsedResult['funds'] {
  const { context } = scope;
  const [upper] = headers;
  const header = joinHeaderRows(headers);
  const columns = readFundColumns(header);
  const isRepeat = (row: LabelledRow) => isFundHeader(row) || isLowerFundHeader(row, upper);
  for (const row of headers)
    for (const [column, cell] of row.cells.entries())
      if (cell.text !== '' && (column >= columns.first || isWord(cell))) context.useAsLabel(cell);
  for (const row of rows.filter(isRepeat)) {
    const isLabel = (cell: LabelledCell) =>
      isWord(cell) || headers.some(({ cells }) => cells[row.cells.indexOf(cell)]?.text === cell.text);
    const cells = filledCells(row);
    for (const cell of cells.filter(isLabel)) context.useAsLabel(cell);
    nameUnread(
      cells.filter((cell) => !isLabel(cell)),
      scope,
    );
  }
  const group = upper.cells.slice(0, columns.first).filter(({ text }) => text !== '');
  const unit = group.map(({ label }) => label.unit).find((found) => found !== null) ?? inherited;
  const isOfGroup = ({ text, key }: LabelledCell) =>
    resultForm.fundGroups.has(key) || group.some((cell) => cell.text === text && !isFundLabel(cell));

  // A row's label can be in the row of the header, as that of a cell merged over both.
  const first = group.filter((cell) => isFundLabel(cell) && !isOfGroup(cell));
  const lines: FundLine[] = first.length > 0 ? [{ labels: first, row: null }] : [];
  for (const row of rows.filter((each) => !isRepeat(each))) {
    const line = alignFunds(row, columns, isOfGroup, scope);
    if (line) lines.push(line);
  }
  const read = raiseFunds(lines, columns, scope).flatMap(({ labels, row }) => {
    for (const cell of labels) context.useAsLabel(cell);
    const isBlank = !row && labels.every(isFundLabel);
    if (isBlank) return [];
    const units = {
      row: labels.map(({ label }) => label.unit).find((found) => found !== null) ?? unit,
      of: (name: FundColumn) => must(header.cells[must(columns.at[name])]).label.unit,
    };
    const cells = Object.fromEntries(
      FUND_COLUMNS.flatMap((name) => {
        const cell = row && cellAt(row, columns.at[name]);
        return cell ? [[name, cell] as const] : [];
      }),
    );
    const details = [...columns.details].flatMap(([column, { text: label }]) => {
      const cell = row && cellAt(row, column);
      if (cell) context.useAsValue(cell, label);
      return cell ? [{ label, value: cell.text }] : [];
    });
    const isTotal = labels.some(({ key }) => resultForm.fundTotals.has(key));
    return [{ isTotal, fund: toFundRow({ labels, cells, details, units }, row ?? must(labels[0]), scope) }];
  });
  const [only] = read;
  const total =
    read.find(({ isTotal }) => isTotal) ?? (read.length === 1 && only?.fund.label === '' ? only : undefined);
  return {
    total: total?.fund ?? null,
    sources: read.flatMap((each) => (each === total ? [] : [each.fund])),
  };
}

/** What a row of funds is made of. */
interface FundParts {
  labels: readonly LabelledCell[];
  cells: FundCells;
  details: FundRow['details'];
  /** Units of money: of a column's header, else that of the row. */
  units: { row: Label['unit']; of: (name: FundColumn) => Label['unit'] };
}

export function toFundRow(
  { labels, cells, details, units }: FundParts,
  { line }: Pick<LabelledRow, 'line'>,
  scope: ResultScope,
): FundRow {
  const { context } = scope;
  for (const name of FUND_COLUMNS) if (cells[name]) context.useAsValue(cells[name], FUND_LABELS[name]);
  const money = (name: FundColumn): Money | null => {
    const cell = cells[name];
    return cell ? readSum(cell, units.of(name) ?? units.row, scope) : null;
  };
  const figure = (name: FundColumn): Figure | null => {
    const cell = cells[name];
    if (!cell) return null;
    const read = parseFigure(cell.text);
    scope.cells.set(read, cell);
    return read;
  };
  return {
    label: labels.map(({ text }) => text).join(' '),
    initial: money('initial'),
    revised: money('revised'),
    spent: money('spent'),
    weight: figure('weight'),
    rate: figure('rate'),
    score: figure('score'),
    details,
    line,
  };
}

/** A sum, and a notice where it is none. A placeholder is no fault. */
function readSum(cell: LabelledCell, unit: Label['unit'], { context, cells }: ResultScope): Money {
  const { money, fault } = readMoney(cell, unit);
  cells.set(money, cell);
  if (fault === 'no-unit') {
    const message = `金额“${cell.text}”没有单位，照原文列出，不作计算；应在“项目资金”后写明（元）或（万元）`;
    context.notices.report(cell, 'result/no-unit', message);
  } else if (fault === 'no-amount' && !isPlaceholder(cell.text)) {
    const message = `“${cell.text}”不是金额，照原文列出，不作计算`;
    context.notices.report(cell, 'result/not-an-amount', message);
  }
  return money;
}

/** Of two rows of headers, the lower words are the column's. */
function joinHeaderRows([upper, ...lower]: readonly LabelledRow[]): LabelledRow {
  return lower.reduce(
    ({ line, cells }, row) => ({
      line,
      cells: cells.map((cell, column) => cellAt(row, column) ?? cell),
    }),
    must(upper),
  );
}
