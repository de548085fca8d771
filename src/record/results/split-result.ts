/**
 * In: the rows of a table of results.
 * Out: its parts: fields, funds, goals, indicators and totals.
 */
import { distinctCells, filledCells } from '../../table/grid.ts';
import { isPageCaption } from '../../table/caption.ts';
import { resultForm } from '../forms/result-form.ts';
import { isIndicatorRow } from '../is-foreign.ts';
import { isPlaceholder } from '../is-placeholder.ts';
import type { LabelledCell, LabelledRow } from '../labelled-grid.ts';
import { isIndicatorHeader } from '../read-columns.ts';
import { isFieldLabel, splitField } from '../read-fields.ts';
import { must } from '../must.ts';
import { parseAmount } from '../parse-amount.ts';
import { isBelowIndicators } from '../split-sections.ts';
import { isFundHeader, isLowerFundHeader, readFundColumns } from './fund-columns.ts';
import { parseFigure } from './parse-figure.ts';

/** The parts of a table of results. Blank rows are in none of them. */
export interface ResultSections {
  /** Rows of labels and values, above the indicators and below them. */
  fields: LabelledRow[];
  /** 项目资金: its headers, one or two rows, and what is under them. */
  funds: { headers: [LabelledRow, ...LabelledRow[]]; rows: LabelledRow[] } | null;
  goals: LabelledRow[];
  /** The header of the indicators. */
  header: LabelledRow;
  indicators: LabelledRow[];
  /** Rows that add the indicators up: 总分. */
  totals: LabelledRow[];
  /** Rows of the form's words alone: 绩效指标 above the header. */
  layout: LabelledRow[];
}

type Part = 'fields' | 'funds' | 'goals' | 'indicators';

/**
 * Sorts the rows: each part begins with a label of its own, and they may follow each other in any order.
 *
 * @param rows One of them at least is a header of indicators.
 */
export function splitResult(rows: readonly LabelledRow[]): ResultSections {
  const header = must(rows.find((row) => isIndicatorHeader(row, resultForm)));
  const sections: ResultSections = {
    ...{ fields: [], funds: null, goals: [], header },
    ...{ indicators: [], totals: [], layout: [] },
  };
  let isBelowHeader = false;
  /** Whether the goals have a text, not labels alone. */
  let hasGoals = false;
  let part: Part = 'fields';
  for (const row of rows) {
    const [first] = filledCells(row);
    if (!first) continue;
    const { funds } = sections;
    if (row === header) {
      isBelowHeader = true;
      part = 'indicators';
    } else if (!funds && isFundHeader(row)) {
      sections.funds = { headers: [row], rows: [] };
      part = 'funds';
    } else if (part === 'funds' && funds && isOfFunds(row, first, funds)) {
      const isLower = funds.rows.length === 0 && isLowerFundHeader(row, funds.headers[0]);
      funds[isLower ? 'headers' : 'rows'].push(row);
    } else if (!isBelowHeader && isSectionOfIndicators(row)) sections.layout.push(row);
    else if (isBelowHeader && isTotal(row, first)) sections.totals.push(row);
    else if (part === 'indicators' && !isBelow(row, first, header)) sections.indicators.push(row);
    else if (beginsGoals(row, first)) {
      sections.goals.push(row);
      part = 'goals';
    } else if (part === 'goals' && !endsGoals(row, first, must(sections.goals[0]), hasGoals))
      sections.goals.push(row);
    else {
      if (part !== 'indicators') part = 'fields';
      sections.fields.push(row);
    }
    hasGoals ||= part === 'goals' && filledCells(row).some((cell) => !isGoalLabel(cell));
  }
  return sections;
}

/** Whether a row is one of funds: it repeats the header, has a label of funds, or nothing left of their column but a blank. */
function isOfFunds(
  row: LabelledRow,
  first: LabelledCell,
  { headers: [header] }: NonNullable<ResultSections['funds']>,
): boolean {
  if (isFundHeader(row) || isLowerFundHeader(row, header)) return true;
  const { first: firstColumn } = readFundColumns(header);
  const [labels, values] = [row.cells.slice(0, firstColumn), row.cells.slice(firstColumn)];
  if (beginsGoals(row, first)) return false;
  if (labels.some((cell) => cell.text !== '' && isFundLabel(cell))) return true;
  if (isFieldLabel(first, resultForm)) return false;
  const group = filledCells(header)[0];
  const isInGroup =
    !group || row.cells.indexOf(first) > header.cells.indexOf(group) || first.text === group.text;
  return isInGroup && values.some(({ text }) => text !== '' && isSum(text));
}

/** A sum, points, per cent, or a placeholder. */
function isSum(text: string): boolean {
  return parseFigure(text).value !== null || parseAmount(text) !== null || isPlaceholder(text);
}

/** 年度资金总额, 财政拨款, 其他资金; 其中： alone. */
export function isFundLabel({ text, key }: LabelledCell): boolean {
  return (
    /^其中[:：]?$/.test(text) ||
    resultForm.fundTotals.has(key) ||
    resultForm.head.get(key)?.name === 'funding' ||
    /(?:资金|拨款|收入|结转|结余|补助)$/.test(key)
  );
}

/** 总分 and its points. 合计 over an indicator is none. */
function isTotal(row: LabelledRow, first: LabelledCell): boolean {
  return resultForm.totalRows.has(first.key) && !isIndicatorRow(row, resultForm);
}

function isBelow(row: LabelledRow, first: LabelledCell, header: LabelledRow): boolean {
  return (
    isBelowIndicators(row, first, header, resultForm) ||
    (distinctCells(filledCells(row)).length <= 2 && resultForm.goalSides.has(first.key))
  );
}

/** A label of goals at the left edge, or 预期目标 and 实际完成情况 in one row. */
function beginsGoals(row: LabelledRow, first: LabelledCell): boolean {
  const sides = new Set(filledCells(row).flatMap(({ key }) => resultForm.goalSides.get(key)?.name ?? []));
  return sides.size > 1 || isGoalLabel(first);
}

/** 年度总体目标, 预期目标, 实际完成情况. */
export function isGoalLabel({ key }: LabelledCell): boolean {
  return resultForm.goals.has(key) || resultForm.goalSections.has(key) || resultForm.goalSides.has(key);
}

/** A field's label; or, once the goals have a text, a short word at the left edge with its value. */
function endsGoals(row: LabelledRow, first: LabelledCell, top: LabelledRow, hasGoals: boolean): boolean {
  if (isFieldLabel(first, resultForm) || splitField(first, resultForm)) return true;
  const edge = top.cells.indexOf(must(filledCells(top)[0]));
  return (
    hasGoals &&
    row.cells.indexOf(first) <= edge &&
    filledCells(row).length > 1 &&
    /^(?!目标)[^\d，,。;；]{2,16}$/.test(first.text)
  );
}

/** 绩效指标 alone above the header. */
function isSectionOfIndicators(row: LabelledRow): boolean {
  return filledCells(row).every((cell) => resultForm.indicators.has(cell.key) || isPageCaption(cell.text));
}
