import { filledCells } from '../../table/grid.ts';
import { resultForm } from '../forms/result-form.ts';
import { isPlaceholder } from '../is-placeholder.ts';
import type { LabelledCell } from '../labelled-grid.ts';
import type { Field } from '../read-fields.ts';
import { isWord } from './is-word.ts';
import type { ResultSections } from './split-result.ts';

/** Whether nobody filled a table of results in: labels, and nothing or `……` for their values. Points may be printed. */
export function isBlankResult(
  fields: readonly Field[],
  { goals, header, indicators }: ResultSections,
): boolean {
  const isBlank = (cell: LabelledCell | null | undefined) => !cell || isPlaceholder(cell.text);
  const names = header.cells.flatMap(({ key }, column) =>
    resultForm.columns.get(key)?.name === 'name' ? [column] : [],
  );
  return (
    fields.every(({ value }) => isBlank(value)) &&
    goals.flatMap((row) => filledCells(row)).every((cell) => isWord(cell) || isBlank(cell)) &&
    indicators.every((row) => names.every((column) => isBlank(row.cells[column])))
  );
}
