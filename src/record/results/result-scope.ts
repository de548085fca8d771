import type { Cell, Position } from '../../table/grid.ts';
import type { Context } from '../context.ts';
import type { LabelledCell } from '../labelled-grid.ts';
import { quoteCells } from '../quote-cells.ts';
import type { RuleId } from '../rules/catalogue.ts';

/** What the readers of one table of results share, and those of a table of a whole office. */
export interface ResultScope {
  context: Context;
  /** How a notice calls what the table becomes, and by which rule it names cells that are no part of it. */
  record: { name: '自评结果' | '整体绩效目标'; unread: RuleId };
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
    scope.record.unread,
    (quoted) => `没读懂这一行的这些格，${scope.record.name}里没有它们：${quoted}`,
    scope,
  );
}
