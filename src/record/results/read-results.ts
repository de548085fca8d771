/**
 * In: a grid: one 《项目支出绩效自评表》.
 * Out: its result. A table with an error has none. Each filled cell is in it, or in a notice, or a word of the form.
 */
import { filledCells, type Position } from '../../table/grid.ts';
import { isPageCaption } from '../../table/caption.ts';
import type { Context } from '../context.ts';
import { resultForm } from '../forms/result-form.ts';
import type { LabelledCell, LabelledGrid, LabelledRow } from '../labelled-grid.ts';
import { must } from '../must.ts';
import { readCaption, takeUnit } from '../read-caption.ts';
import { isIndicatorHeader } from '../read-columns.ts';
import { readFieldRows } from '../read-fields.ts';
import { reportOutside } from '../read-ledger.ts';
import type { FileContext } from '../read-project.ts';
import { positionOfOther } from '../recognize-tables.ts';
import type { ParsedResult } from '../result-schema.ts';
import { isBlankResult } from './blank-result.ts';
import { checkResult } from './check-result.ts';
import { chooseResultYear } from './choose-result-year.ts';
import { joinResultHeaders } from './is-result-table.ts';
import { isWord } from './is-word.ts';
import { readFunds } from './read-funds.ts';
import { readResultGoals } from './read-result-goals.ts';
import { readResultHead } from './read-result-head.ts';
import { readResultRows } from './read-result-rows.ts';
import { readTotals } from './read-totals.ts';
import { readResultColumns } from './result-columns.ts';
import { nameUnread, type ResultScope } from './result-scope.ts';
import { splitResult } from './split-result.ts';

/** What a table of results doesn't say about itself. */
export interface ResultFile extends FileContext {
  /** The year that the tables of results of the file name. Null: none does, or they name several. */
  resultYear: number | null;
}

/** @param context With the form of results. */
export function readResults(given: LabelledGrid, file: ResultFile, context: Context): ParsedResult[] {
  const { notices } = context;
  const errorsBefore = notices.errorCount;
  const scope: ResultScope = {
    ...{ context, named: new Set(), unread: new Set(), cells: new Map() },
    record: { name: '自评结果', unread: 'result/unread-cells' },
  };
  const grid = joinResultHeaders(given);
  const table = positionOfOther(grid);
  const { caption, rows } = withUnit(grid, context);
  const sections = splitResult(rows);
  const { header } = sections;
  const fields = [...caption.fields, ...readFieldRows(sections.fields, resultForm)];
  if (isBlankResult(fields, sections)) {
    reportOutside(
      grid.rows.flatMap((row) => filledCells(row).filter((cell) => !isWord(cell))),
      context,
    );
    notices.report(table, 'table/blank-form', '这张自评表只有栏目，没有填写内容，没有公开');
    return [];
  }
  for (const cell of sections.layout.flatMap((row) => filledCells(row))) context.useAsLabel(cell);
  const head = readResultHead(
    fields,
    { unit: caption.unit, hasFunds: sections.funds !== null, hasTotal: sections.totals.length > 0 },
    scope,
  );
  const funds = sections.funds && readFunds(sections.funds, caption.unit, scope);
  const goals = readResultGoals(sections.goals, scope);
  const indicators = readResultRows(header, sections.indicators, scope);
  const ofPoints = [...sections.indicators, ...(sections.funds?.rows ?? [])];
  const isWhole = !ofPoints.some(({ cells }) => cells.some((cell) => scope.unread.has(cell)));
  const totals = readTotals(sections.totals, readResultColumns(header), scope);
  const year = chooseResultYear(
    {
      ...{ caption: caption.year, labels: yearIn(grid.rows) },
      ...{ others: file.resultYear, file: file.year },
    },
    table,
    notices.report,
  );
  const { name, code, department, spendingUnit } = head.cells;
  if (!name) reportNameless(head.blankName, table, context);
  if (notices.errorCount > errorsBefore || !name || year === null) return [];
  if (indicators.length === 0) {
    const message = '这张自评表没有读出一项指标，没有公开';
    notices.report(table, 'result/no-indicators', message);
    return [];
  }
  const otherFields = [...head.others, ...goals.others, ...totals.others]
    .sort((a, b) => a.label.line - b.label.line || a.label.column - b.label.column)
    .map(({ label, value }) => {
      const position = value ?? label;
      const field = { label: label.text, value: value?.text ?? '', line: position.line };
      scope.cells.set(field, position);
      return field;
    });
  nameRest(given, grid, scope);
  const result: ParsedResult = {
    year,
    name: name.text,
    code: code?.text ?? null,
    department: department?.text ?? null,
    spendingUnit: spendingUnit?.text ?? null,
    funds: funds ?? { total: head.funds, sources: [] },
    goals: goals.goals,
    indicators,
    total: totals.total ?? head.total,
    otherFields,
    source: {
      path: file.path,
      sha256: file.sha256,
      startLine: grid.startLine,
      endLine: grid.endLine,
      lines: {
        name: name.line,
        code: code?.line ?? null,
        department: department?.line ?? null,
        spendingUnit: spendingUnit?.line ?? null,
        ...goals.lines,
      },
    },
  };
  const positionOf = (part: object) => must(scope.cells.get(part));
  checkResult(result, { table, name, of: positionOf, isWhole }, notices.report);
  return [result];
}

/** The one year that tables of results name. Null: none is named, or several are. */
export function sharedYear(grids: readonly LabelledGrid[]): number | null {
  const years = new Set(grids.flatMap((grid) => readCaption(grid, resultForm).year ?? []));
  const [year] = years;
  return years.size === 1 && year !== undefined ? year : null;
}

/** The caption with a unit from a cell of its own above the indicators, and the rows without it. */
export function withUnit(grid: LabelledGrid, context: Context) {
  const header = grid.rows.findIndex((row) => isIndicatorHeader(row, resultForm));
  const { caption, rows } = takeUnit(readCaption(grid, resultForm), grid.rows.slice(0, header), context);
  return { caption, rows: [...rows, ...grid.rows.slice(header)] };
}

/** The year in the labels; null: none or several are named. A target such as 2026年6月底前 is no label. */
function yearIn(rows: readonly LabelledRow[]): number | null {
  const labels = rows.flatMap((row) => filledCells(row).filter(isWord));
  const years = new Set(labels.flatMap(({ label }) => label.year ?? []));
  const [year] = years;
  return years.size === 1 && year !== undefined ? year : null;
}

function reportNameless(label: LabelledCell | undefined, table: Position, { notices }: Context): void {
  const message = label ? '“项目名称”旁边没有写名称' : '这张表没有“项目名称”';
  notices.report(label ?? table, 'project/no-name', message);
}

/** Names what no reader used. Of two rows of a header, the upper words are the form's; so is what a page says again. */
export function nameRest(given: LabelledGrid, grid: LabelledGrid, scope: ResultScope): void {
  const { context, named } = scope;
  const joined = new Set(grid.rows.flatMap(({ cells }) => cells));
  // A label and its value in one cell are two.
  const places = new Set([...context.uses.keys()].map(({ line, column }) => `${line}:${column}`));
  for (const row of given.rows) {
    const unread: LabelledCell[] = [];
    for (const cell of filledCells(row)) {
      if (!joined.has(cell) || isPageCaption(cell.text)) context.useAsLabel(cell);
      else if (!places.has(`${cell.line}:${cell.column}`) && !named.has(cell)) unread.push(cell);
    }
    nameUnread(unread, scope);
  }
}
