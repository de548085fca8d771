import type { Decimal } from 'decimal.js';
import type { Place } from '../table/grid.ts';
import type { Detail, ParsedIndicator, Period, Target } from './disclosure-schema.ts';

/** One source of the budget's money, such as 财政拨款; the record holds it among its other fields. */
export interface Funding {
  label: string;
  /** As written. */
  text: string;
  yuan: Decimal;
  place: Place;
}

/** Where the parts of a record stand in the source, so that a rule can point at a cell. The record itself holds lines only. */
export interface Places {
  /** The table's title or first cell: for what has no cell of its own. */
  table: Place;
  name: Place;
  budget: Place;
  funding: Funding[];
  goals: { period: Place; annual: Place };
  /** The cell of a part: an indicator's name, a field's value. The table's place for a period that only a goal's label tells. */
  of: (part: ParsedIndicator | Target | Period | Detail) => Place;
}

/** The cells of parts of a record, while it is being read. */
export type PartCells = Map<ParsedIndicator | Target | Period | Detail, Place>;
