import type { Position } from '../../table/grid.ts';

/** Positions of the parts of a result, so that a rule can point at a cell. The record itself holds lines only. */
export interface ResultPositions {
  /** The table's title or first cell: for what has no cell of its own. */
  table: Position;
  name: Position;
  /** The cell of a part: an indicator's name, a row's label, a figure. */
  of: (part: object) => Position;
  /** Whether each row of indicators and funds is in the record: else nothing can be added up. */
  isWhole: boolean;
}
