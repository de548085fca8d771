import type { Cell, Position } from '../../table/grid.ts';
import type { Context } from '../context.ts';
import type { LabelledCell } from '../labelled-grid.ts';
import { quoteCells } from '../quote-cells.ts';
import type { RuleId } from '../rules/catalogue.ts';

/** What the readers of one table of results share. */
export interface ResultScope {
  context: Context;
  /** Cells that are in no field, but in a notice. */
  named: Set<Cell>;
  /** Those of them that are not understood. */
  unread: Set<Cell>;
  /** The cells of parts of the record, for the rules. */
  cells: Map<object, Position>;
}

/** Names cells in a notice, so that none of them is lost. @param say The message around their texts. */
export function nameCells(
  cells: readonly LabelledCell[],
  rule: RuleId,
  say: (quoted: string) => string,
  { context, named }: ResultScope,
): void {
  const [first] = cells;
  if (!first) return;
  for (const cell of cells) named.add(cell);
  context.notices.report(first, rule, say(quoteCells({ line: first.line, cells: [...cells] })));
}

/** Names the cells of a row or of a part of it that could not be read. */
export function nameUnread(cells: readonly LabelledCell[], scope: ResultScope): void {
  for (const cell of cells) scope.unread.add(cell);
  nameCells(
    cells,
    'result/unread-cells',
    (quoted) => `没读懂这一行的这些格，自评结果里没有它们：${quoted}`,
    scope,
  );
}
