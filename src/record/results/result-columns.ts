import { RESULT_COLUMNS, resultForm, type ResultColumn } from '../forms/result-form.ts';
import { must } from '../must.ts';
import { isWord } from './is-word.ts';
import type { LabelledRow } from '../labelled-grid.ts';
import type { Columns } from '../read-columns.ts';
import type { ColumnName } from '../fields.ts';

/** The columns of the indicators of a table of results. */
export interface IndicatorColumns extends Columns {
  results: Partial<Record<ResultColumn, number>>;
  /** All columns that have a header. */
  headed: ReadonlySet<number>;
  /** The leftmost of them. */
  first: number;
}

/** Headers of the same meaning: the first is the field, the others are details. A word of the form left of all of them is no column. */
export function readResultColumns({ cells }: LabelledRow): IndicatorColumns {
  const at: Partial<Record<ColumnName, number>> = {};
  const results: IndicatorColumns['results'] = {};
  const details = new Map<number, string>();
  const directions: number[] = [];
  for (const [column, cell] of cells.entries()) {
    const { text, key } = cell;
    const isFirst = Object.keys(at).length === 0;
    const result = isFirst ? undefined : resultForm.resultColumns.get(key)?.name;
    const name = resultForm.columns.get(key)?.name;
    if (result && results[result] === undefined) results[result] = column;
    else if (name && name !== 'direction' && at[name] === undefined) at[name] = column;
    else if (name === 'direction') directions.push(column);
    else if (text !== '' && !(isFirst && isWord(cell))) details.set(column, text);
    if (name === 'direction' || name === 'unit') details.set(column, text);
  }
  // Of several columns of targets the year's is the field.
  const target = at.annualTarget ?? at.target ?? at.periodTarget;
  for (const column of [at.target, at.periodTarget])
    if (column !== undefined && column !== target) details.set(column, must(cells[column]).text);
  const { target: lone, periodTarget, ...others } = at;
  const side = {
    at: target === undefined ? others : { ...others, annualTarget: target },
    details,
    directions,
  };
  const headed = [
    ...[...Object.values(side.at), ...details.keys()],
    ...RESULT_COLUMNS.flatMap((name) => results[name] ?? []),
  ];
  return {
    category: at.category,
    sides: [side],
    results,
    headed: new Set(headed),
    first: headed.reduce((least, column) => Math.min(least, column)),
  };
}
