import { cellAt, type Cell, type Row } from '../table/grid.ts';
import { toPlain } from '../table/to-plain.ts';
import type { Target } from './disclosure-schema.ts';
import type { Report } from './notices.ts';
import { comparatorOf, parseTarget } from './parse-target.ts';
import type { Side } from './read-columns.ts';

/** What is surely a unit and no direction. */
export const UNIT =
  /^(?:[%‰℃]|个|件|次|人|人次|万元|元|天|小时|分钟|批|家|户|台|套|项|份|篇|期|场|公里|亩|平方米|吨|周次)$/;

/**
 * Reads a target cell, and the columns with its comparator (`大于等于`) and its unit (`%`).
 *
 * The cell's text doesn't change. If a column contradicts the cell, nothing is derived, and a warning is reported.
 */
export function readTarget(row: Row, cell: Cell, { at, directions }: Side, report: Report): Target {
  const target = parseTarget(cell.text);
  const { unitCell, words } = readColumnsOf(row, { at, directions });
  if (!unitCell && words.length === 0) return target;

  const asText: Target = { text: cell.text, comparator: null, value: null, upper: null, unit: null };
  if (target.value === null || words.some(({ text }) => /定性/.test(text))) return asText;
  const contradict = (other: Cell, what: string): Target => {
    const message = `指标值“${cell.text}”和${what}“${other.text}”对不上，照原文列出，不作计算`;
    report(cell, 'target/columns-differ', message);
    return asText;
  };

  let { comparator, unit } = target;
  for (const word of words) {
    const other = comparatorOf(word.text);
    if (other && comparator && other !== comparator) return contradict(word, '指标方向');
    comparator ??= other;
  }
  if (unitCell) {
    const written = toPlain(unitCell.text);
    if (unit !== null && unit !== written) return contradict(unitCell, '计量单位');
    unit = written;
  }
  return { ...target, comparator, unit };
}

/** The cells of unit and comparator; where a row has the one in the column of the other, they are exchanged. */
function readColumnsOf(row: Row, { at, directions }: Pick<Side, 'at' | 'directions'>) {
  const unitCell = cellAt(row, at.unit);
  const words = directions.flatMap((column) => cellAt(row, column) ?? []);
  const [word, ...others] = words;
  const isExchanged =
    unitCell && word && others.length === 0 && comparatorOf(unitCell.text) && UNIT.test(toPlain(word.text));
  return isExchanged ? { unitCell: word, words: [unitCell] } : { unitCell, words };
}
