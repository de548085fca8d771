import { isCaption, isTitle } from '../../table/caption.ts';
import { resultForm } from '../forms/result-form.ts';
import { isPlaceholder } from '../is-placeholder.ts';
import type { LabelledCell } from '../labelled-grid.ts';
import { isFundLabel, isGoalLabel } from './split-result.ts';

/** Whether a cell is a word of the form, or a placeholder. */
export function isWord(cell: LabelledCell): boolean {
  const { key, text } = cell;
  const lists = [
    ...[resultForm.head, resultForm.columns, resultForm.indicators, resultForm.code],
    ...[resultForm.fundColumns, resultForm.fundGroups, resultForm.resultColumns, resultForm.totalRows],
    ...[resultForm.categories, resultForm.subcategories],
  ];
  return (
    lists.some((words) => words.has(key)) ||
    isFundLabel(cell) ||
    isGoalLabel(cell) ||
    isPlaceholder(text) ||
    isTitle(text) ||
    isCaption(text)
  );
}
