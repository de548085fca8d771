/**
 * In: the rows under the header of an indicator table.
 * Out: the same without what pages and merged cells repeat: headers, 绩效指标 left of the indicators, numbers of pages, totals.
 */
import { cellAt, filledCells } from '../table/grid.ts';
import { toPlain } from '../table/to-plain.ts';
import type { Context } from './context.ts';
import type { Form } from './form.ts';
import { isIndicatorRow } from './is-foreign.ts';
import { isPageCaption } from '../table/caption.ts';
import { LabelledCell, type LabelledRow } from './labelled-grid.ts';
import { sentence } from './message.ts';
import { must } from './must.ts';
import { quoteCells } from './quote-cells.ts';
import { isIndicatorHeader } from './read-columns.ts';
import { normalizeLabel } from './read-label.ts';

/** The first word of a row that adds others up. */
const TOTAL = /^(?:本页)?(?:合计|总计|小计|共计)$/;
/** 3, 第3页, - 3 -, 3/12, 第3页共12页. */
const PAGE = /^(?:[-—–]*\d{1,3}[-—–]*|第\d{1,3}页(?:[,，]?共\d{1,3}页)?|\d{1,3}\/\d{1,3})$/;

/** @param headed The columns that have a header. */
export function dropLayout(
  rows: readonly LabelledRow[],
  header: LabelledRow,
  headed: ReadonlySet<number>,
  context: Context,
): LabelledRow[] {
  const { form, notices } = context;
  const isOfHeader = headerMatcher(header, form);
  const kept = rows.filter((row) => {
    const cells = filledCells(row);
    const [first] = cells;
    if (isOfHeader(row)) {
      for (const cell of cells) context.useAsLabel(cell);
      return false;
    }
    if (cells.every(({ text }) => isPageCaption(text))) {
      // The title of the next page.
      for (const cell of cells) context.useAsLabel(cell);
      return false;
    }
    if (reportOtherHeader(row, header, context)) return false;
    if (first && TOTAL.test(first.key) && !isIndicatorRow(row, form)) {
      notices.report(first, 'ledger/total-row', `这是合计行，没有当作指标：${quoteCells(row)}`);
      return false;
    }
    if (first && cells.length === 1 && PAGE.test(toPlain(first.text))) {
      notices.report(first, 'indicator/blank-row', `这一行只有页码“${first.text}”，没有当作指标`);
      return false;
    }
    return true;
  });
  return dropSections(kept, headed, context);
}

/** Whether a row is a header that is not the one above: what is under it would be read in the wrong columns. */
export function reportOtherHeader(
  row: LabelledRow,
  header: LabelledRow,
  { form, notices }: Context,
): boolean {
  if (!isIndicatorHeader(row, form)) return false;
  const [first, above] = [row, header].map((each) => must(filledCells(each)[0]));
  const message = sentence`这一行又是表头，却和${must(above)}的不同；请改为一致，若是另一张表，请在它上面空一行`;
  notices.report(must(first), 'table/misplaced-row', message);
  return true;
}

/**
 * Whether a row says the header again: each of its cells is a header, and there are two at least; or numbers the columns: 1, 2, 3.
 */
export function headerMatcher(header: LabelledRow, form: Form): (row: LabelledRow) => boolean {
  const headers = filledCells(header);
  const words = new Set(headers.map(({ text }) => normalizeLabel(text)));
  return (row) => {
    const cells = filledCells(row);
    const areNumbers = cells.every(({ text }, index) => text === String(index + 1));
    if (areNumbers && cells.length >= 4 && cells.length === headers.length) return true;
    return (
      cells.length >= 2 &&
      cells.every(({ text, key }) => words.has(normalizeLabel(text)) || form.indicators.has(key))
    );
  };
}

/** Blanks columns without a header that hold 绩效指标 alone, once, on every row, or in pieces (绩效指, 标). */
function dropSections(
  rows: readonly LabelledRow[],
  headed: ReadonlySet<number>,
  context: Context,
): LabelledRow[] {
  const width = rows[0]?.cells.length ?? 0;
  const dropped = new Set<LabelledCell>();
  for (let column = 0; column < width && !headed.has(column); column += 1) {
    const cells = rows.flatMap((row) => cellAt(row, column) ?? []);
    const isWhole = context.form.indicators.has(toPlain(cells.map(({ text }) => text).join('')));
    for (const cell of cells)
      if (isWhole || context.form.indicators.has(cell.key)) {
        context.useAsLabel(cell);
        dropped.add(cell);
      }
  }
  if (dropped.size === 0) return [...rows];
  return rows.map(({ line, cells }) => ({
    line,
    cells: cells.map((cell) => (dropped.has(cell) ? new LabelledCell('', cell) : cell)),
  }));
}
