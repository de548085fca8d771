/**
 * Tells tables that say things in other words than the Guangdong form: another form, another spelling of a label, an office's
 * own form. What such words mean is for the parser to say; here each line of such a table must be shown as it was written.
 *
 * The words are data of the forms; no code is shared.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { formInputs } from '../../src/record/forms/forms.ts';
import { columnWord, goalWord, headWord, plainWord } from './form-words.ts';
import type { SourceTable } from './source-tables.ts';

/** Every word of every form, the project's and the content folder's, without what varies. */
export function wordsOfForms(content: string): ReadonlySet<string> {
  const folder = join(content, 'forms');
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => /\.ya?ml$/.test(name)) : [];
  const own = files.flatMap((name) =>
    readFileSync(join(folder, name), 'utf8')
      .split(/[\n,[\]'":]/)
      .map((word) => word.replace(/^\s*-/, '')),
  );
  return new Set(
    [...textsIn(Object.values(formInputs)), ...own].map(toBareWord).filter((word) => word !== ''),
  );
}

/** Whether a table has a word of a form that the strict comparison does not know. */
export function isOfOtherForm(table: SourceTable, words: ReadonlySet<string>): boolean {
  const cells = table.flatMap((row) => row.cells).filter((cell) => cell !== '');
  const names = cells.filter((cell) => columnWord(cell) === 'name').length;
  const headers = table.filter((row) => row.cells.some((cell) => columnWord(cell) === 'name')).length;
  return (
    names > headers ||
    cells.some((cell) => /[(（]\s*\d+\s*分\s*[)）]$/.test(cell)) ||
    cells.some((cell) => words.has(toBareWord(cell)) && !isKnown(cell))
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

/** `（一）2026年项目资金（万元）：` → 项目资金. */
export function toBareWord(text: string): string {
  return plainWord(text)
    .replace(/^(?:\*|\(?[一二三四五六七八九十\d]+[、.)])/, '')
    .replace(/^其中:?/, '')
    .replace(/\([^()]*\)$/, '')
    .replace(/^(?:19|20)\d{2}年?/, '')
    .replace(/[:*]+$/, '');
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
