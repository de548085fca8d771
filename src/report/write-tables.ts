/**
 * In: a text and the notices about it.
 * Out: its tables as HTML, each cell with what it is read as, each notice at its cell.
 */
import { readTables } from '../content/read-tables.ts';
import { escapeText } from '../display/escape-text.ts';
import { listLabels } from '../record/choose-form.ts';
import type { CellUse } from '../record/context.ts';
import type { Notice } from '../record/disclosure-schema.ts';
import { explainTable } from '../record/explain-table.ts';
import type { Form } from '../record/form.ts';
import type { LabelledCell, LabelledRow } from '../record/labelled-grid.ts';
import { recognizeTables, type RecognizedTable } from '../record/recognize-tables.ts';
import type { RuleId, Severity } from '../record/rules/catalogue.ts';
import { ruleTexts } from '../record/rules/rule-texts.ts';
import type { Cell } from '../table/grid.ts';
import { suggestForm } from './suggest-form.ts';

/** A table with the use of each cell. */
export interface ExplainedTable extends RecognizedTable {
  verdict: string;
  /** Null: the table is of another kind, so no cell is used. */
  uses: ReadonlyMap<Cell, CellUse> | null;
  /** The lines of an office's form that would describe the table; null: it is read, or no label is left to describe. */
  suggestion: string | null;
}

export const SEVERITIES = { error: '错误', warning: '提示', info: '说明' } as const;

/** How places and rules are called. */
export interface TableWords {
  /** Before each row, by its line. */
  labelOf: (line: number) => string;
  /** Where a notice is: `第 7 行第 12 个字`. */
  placeOf: (notice: Notice) => string;
  messageOf: (notice: Notice) => string;
  /** Address of what a rule means. Null: there is none. */
  ruleHref: (rule: RuleId) => string | null;
}

/** The tables of a text, each with the notices from its title to its last row. */
export function reportedTables(
  text: string,
  forms: readonly Form[],
  notices: readonly Notice[],
): { table: ExplainedTable; within: Notice[] }[] {
  return readTables(text, () => undefined)
    .flatMap((grid) => recognizeTables(grid, forms, () => undefined))
    .map((table) => {
      const from = table.grid.title?.line ?? table.grid.startLine;
      const within = notices.filter(({ line }) => line >= from && line <= table.grid.endLine);
      return { table: explain(table), within };
    });
}

export function countOf(notices: readonly Notice[], severity: Severity): number {
  return notices.filter((notice) => notice.severity === severity).length;
}

export function rowId(file: string, line: number): string {
  return `${file}L${line}`;
}

function explain(table: RecognizedTable): ExplainedTable {
  if (table.other)
    return { ...table, uses: null, suggestion: null, verdict: `这是${escapeText(table.other.name)}，不公开` };
  const { isRecognized, uses } = explainTable(table);
  if (isRecognized)
    return { ...table, uses, suggestion: null, verdict: `按“${escapeText(table.form.name)}”读` };
  const { understood } = listLabels(table.grid, table.form);
  const labels = understood.map((cell): [Cell, CellUse] => [cell, { kind: 'label', field: '栏目' }]);
  const suggestion = suggestForm(table.grid);
  return { ...table, uses: new Map(labels), suggestion, verdict: '没有读懂这张表，不公开' };
}

/** @param id Of the file. */
export function writeTable(
  { grid, uses, verdict, suggestion }: ExplainedTable,
  notices: readonly Notice[],
  id: string,
  words: TableWords,
): string {
  const rows = grid.rows.map((row, index) => {
    const next = grid.rows[index + 1]?.line ?? grid.endLine + 1;
    const within = notices.filter(({ line }) => line >= row.line && line < next);
    return writeRow(row, rowId(id, row.line), uses, within, words);
  });
  const firstRow = grid.rows[0]?.line ?? 0;
  return `<h3>${escapeText(grid.title?.text ?? '没有表名的表')}，第 ${words.labelOf(grid.startLine)} 至 ${words.labelOf(grid.endLine)} 行</h3>
<p class="form">${verdict}</p>
${writeNotices(
  notices.filter(({ line }) => line < firstRow),
  words,
)}
<div class="scroll" tabindex="0"><table><tbody>
${rows.join('\n')}
</tbody></table></div>${writeSuggestion(suggestion)}`;
}

/** One click selects all of it. */
function writeSuggestion(suggestion: string | null): string {
  if (suggestion === null) return '';
  return `
<h4>让这种表式也能读</h4>
<p>如果这是本地的表式，把下面几行存为 <code>content/forms/own.yaml</code>，把没读懂的栏目移到它的意思后面，再核对一次。点一下就选中全部，可以复制。</p>
<pre class="form-file" tabindex="0">${escapeText(suggestion)}</pre>`;
}

export function writeNotices(notices: readonly Notice[], words: TableWords): string {
  const items = notices.map((notice) => `<li class="${notice.severity}">${describe(notice, words)}</li>`);
  return items.length === 0 ? '' : `<ul class="notices">${items.join('')}</ul>`;
}

function writeRow(
  row: LabelledRow,
  id: string,
  uses: ExplainedTable['uses'],
  notices: readonly Notice[],
  words: TableWords,
): string {
  const cells = row.cells.map((cell) => {
    const at = notices.filter(({ line, column }) => line === cell.line && column === cell.column);
    return writeCell(cell, uses, at);
  });
  const below = notices
    .map((notice) => `<p class="${notice.severity}">${describe(notice, words)}</p>`)
    .join('');
  return `<tr id="${id}"><th scope="row">${words.labelOf(row.line)}</th>${cells.join('')}</tr>${below === '' ? '' : `<tr class="said"><td></td><td colspan="${row.cells.length}"><div>${below}</div></td></tr>`}`;
}

/** @param notices At this cell. */
function writeCell(cell: LabelledCell, uses: ExplainedTable['uses'], notices: readonly Notice[]): string {
  const use = cell.text === '' ? undefined : uses?.get(cell);
  const isUnknown = cell.text !== '' && uses !== null && !use;
  const kind = isUnknown ? 'unknown' : use?.kind;
  const worst = (['error', 'warning'] as const).find((severity) => countOf(notices, severity) > 0);
  const field = use?.kind === 'value' ? use.field : '没读懂';
  const remark = kind === 'value' || isUnknown ? `<small>${escapeText(field)}</small>` : '';
  return `<td class="${[kind, worst].filter(Boolean).join(' ')}">${remark}${escapeText(cell.text).replaceAll('\n', '<br>')}</td>`;
}

function describe(notice: Notice, { placeOf, messageOf, ruleHref }: TableWords): string {
  const { severity, rule } = notice;
  const href = ruleHref(rule);
  const name = href === null ? rule : `<a href="${href}">${rule}</a>`;
  const advice = `怎么办：${escapeText(ruleTexts[rule].advice)} ${name}`;
  return `<b>${SEVERITIES[severity]}</b> ${placeOf(notice)}：${escapeText(messageOf(notice))}。 <small>${advice}</small>`;
}
