/**
 * Tells tables that say things in other words than the Guangdong form: another form, another spelling of a label, an office's
 * own form.
 */
import { columnWord, goalWord, headWord, isCaption, plainWord } from './form-words.ts';
import type { SourceTable } from './source-tables.ts';
import { toBareWord, type Vocabulary } from './vocabulary.ts';

/** Whether a table has a word of a form, or a row, that the strict comparison does not know. */
export function isOfOtherForm(table: SourceTable, vocabulary: Vocabulary): boolean {
  const cells = table.flatMap((row) => row.cells).filter((cell) => cell !== '');
  const names = cells.filter((cell) => columnWord(cell) === 'name').length;
  const headers = table.filter((row) => row.cells.some((cell) => columnWord(cell) === 'name')).length;
  return (
    names > headers ||
    table.some((row) => row.cells.every((cell) => cell === '' || isCaption(cell))) ||
    cells.some((cell) => vocabulary.has(toBareWord(/^(.{2,24}?)[:：]\s*\S/.exec(cell)?.[1] ?? ''))) ||
    cells.some((cell) => /[(（]\s*\d+\s*分\s*[)）]$/.test(cell)) ||
    cells.some((cell) => vocabulary.has(toBareWord(cell)) && !isKnown(cell))
  );
}

function isKnown(cell: string): boolean {
  const word = plainWord(cell);
  return (
    [headWord, goalWord, columnWord].some((find) => find(cell) !== undefined) ||
    /^(?:产出|效益|满意度|成本|数量|质量|时效|经济成本|社会成本|生态环境成本)指标$/.test(word) ||
    /^(?:(?:经济|社会|生态)效益|可持续影响|服务对象满意度)(?:指标)?$/.test(word)
  );
}
