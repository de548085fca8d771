import type { Decimal } from 'decimal.js';
import type { Position } from '../table/grid.ts';
import type { Detail, ParsedIndicator, Period, Target } from './disclosure-schema.ts';

/** One source of the budget's money, such as 财政拨款; the record holds it among its other fields. */
export interface Funding {
  label: string;
  /** As written. */
  text: string;
  yuan: Decimal;
  position: Position;
}

/** Positions of the parts of a record, so that a rule can point at a cell. The record itself holds lines only. */
export interface Positions {
  /** The table's title or first cell: for what has no cell of its own. */
  table: Position;
  name: Position;
  budget: Position;
  funding: Funding[];
  goals: { period: Position; annual: Position };
  /** The cell of a part: an indicator's name, a field's value. A period that is written in a goal's label has the table's. */
  of: (part: ParsedIndicator | Target | Period | Detail) => Position;
}

/** The cells of parts of a record, while it is being read. */
export type PartCells = Map<ParsedIndicator | Target | Period | Detail, Position>;
