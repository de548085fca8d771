/**
 * In: source files and what was read from them.
 * Out: one HTML page, for the staff who fix a file: each table as it is read, each notice at its cell.
 */
import { readFileSync } from 'node:fs';
import type { DisclosureReading } from '../content/read-disclosure.ts';
import { readTables } from '../content/read-tables.ts';
import { escapeText } from '../display/escape-text.ts';
import { listLabels } from '../record/choose-form.ts';
import type { CellUse } from '../record/context.ts';
import type { Notice } from '../record/disclosure-schema.ts';
import { explainTable } from '../record/explain-table.ts';
import type { Form } from '../record/form.ts';
import type { LabelledCell, LabelledRow } from '../record/labelled-grid.ts';
import { recognizeTables, type RecognizedTable } from '../record/recognize-tables.ts';
import type { Severity } from '../record/rules/catalogue.ts';
import { ruleAnchor, ruleTexts } from '../record/rules/rule-texts.ts';
import type { Cell } from '../table/grid.ts';
import { writeQuality } from './write-quality.ts';
import { suggestForm } from './suggest-form.ts';

/** One file. */
export interface ReportedFile {
  /** As notices name it. */
  path: string;
  disclosure: DisclosureReading;
}

/** A table with the use of each cell. */
interface ExplainedTable extends RecognizedTable {
  verdict: string;
  /** Null: the table is of another kind, so no cell is used. */
  uses: ReadonlyMap<Cell, CellUse> | null;
  /** The lines of an office's form that would describe the table; null: it is read, or no label is left to describe. */
  suggestion: string | null;
}

/** Notices listed at the top; the others are at their cells like these. */
const MOST_LISTED = 50;

const WORDS = { error: '错误', warning: '提示', info: '说明' } as const;

/** @param extra Notices that are about several files, such as two projects with one name. */
export function writeReport(
  files: readonly ReportedFile[],
  extra: readonly Notice[],
  forms: readonly Form[],
): string {
  const notices = [...files.flatMap(({ disclosure }) => disclosure.notices), ...extra];
  const count = (severity: Severity) => countOf(notices, severity);
  const projects = files.reduce((sum, { disclosure }) => sum + disclosure.projects.length, 0);
  const rowIds = new Set<string>();
  const sections = files.map((file, index) => writeFile(file, `f${index + 1}`, extra, forms, rowIds));
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>核对结果</title>
<style>${readFileSync(new URL('report.css', import.meta.url), 'utf8')}</style>
</head>
<body>
<main>
<h1>核对结果</h1>
<p class="verdict ${count('error') > 0 ? 'error' : 'good'}">${verdictOn(files, count('error'), count('warning'))}</p>
<p>${files.length} 个文件，${projects} 个项目：${count('error')} 处错误，${count('warning')} 处提示，${count('info')} 条说明。</p>
<ul class="legend"><li class="value">读入的内容</li><li class="label">表的栏目</li><li class="warning">有提示</li><li class="error">有错误</li><li class="unknown">没读懂</li></ul>
${writeList(files, notices, rowIds)}
${sections.join('\n')}
${writeRules(notices)}
</main>
</body>
</html>
`;
}

function countOf(notices: readonly Notice[], severity: Severity): number {
  return notices.filter((notice) => notice.severity === severity).length;
}

function verdictOn(files: readonly ReportedFile[], errors: number, warnings: number): string {
  if (errors > 0) return '有错误，改好才能公开；已经公开的网站不受影响。';
  if (files.length === 0)
    return '还没有文件。请运行 npm run import -- 文件，或把文件放进 content/disclosures/年份/。';
  if (warnings > 0) return '没有错误，可以公开；公开之前请看一遍提示。';
  return '没有错误，可以公开。';
}

/** Errors and warnings of all files, errors first, each with a link to its row. */
function writeList(
  files: readonly ReportedFile[],
  notices: readonly Notice[],
  rowIds: ReadonlySet<string>,
): string {
  const listed = (['error', 'warning'] as const).flatMap((severity) =>
    notices.filter((notice) => notice.severity === severity),
  );
  if (listed.length === 0) return '';
  const items = listed.slice(0, MOST_LISTED).map((notice) => {
    const index = files.findIndex(({ path }) => path === notice.path);
    const file = `f${index + 1}`;
    const row = rowId(file, notice.line);
    const name = escapeText(notice.path.split('/').slice(-2).join('/'));
    const link = `<a href="#${rowIds.has(row) ? row : file}">${name} 第 ${notice.line} 行</a>`;
    return `<li class="${notice.severity}"><b>${WORDS[notice.severity]}</b> ${index < 0 ? name : link}：${escapeText(notice.message)}。</li>`;
  });
  const rest = listed.length - items.length;
  return `<h2>要看的地方</h2>
<ul class="notices">${items.join('')}</ul>${rest > 0 ? `\n<p>另有 ${rest} 处，见下面各表。</p>` : ''}`;
}

function rowId(file: string, line: number): string {
  return `${file}L${line}`;
}

/** @param rowIds The ids of all rows are added to it. */
function writeFile(
  { path, disclosure }: ReportedFile,
  id: string,
  extra: readonly Notice[],
  forms: readonly Form[],
  rowIds: Set<string>,
): string {
  const notices = [...disclosure.notices, ...extra.filter((notice) => notice.path === path)];
  const tables = readTables(disclosure.text, () => undefined)
    .flatMap((grid) => recognizeTables(grid, forms, () => undefined))
    .map((table) => {
      const from = table.grid.title?.line ?? table.grid.startLine;
      return { table, within: notices.filter(({ line }) => line >= from && line <= table.grid.endLine) };
    });
  for (const { table } of tables) for (const { line } of table.grid.rows) rowIds.add(rowId(id, line));
  const shown = new Set(tables.flatMap(({ within }) => within));
  return `<section id="${id}">
<h2>${escapeText(path)}</h2>
${writeNotices(notices.filter((notice) => !shown.has(notice)))}
${writeQuality(disclosure.projects, (line) => `#${rowIds.has(rowId(id, line)) ? rowId(id, line) : id}`)}
${tables.map(({ table, within }) => writeTable(explain(table), within, id)).join('\n')}
</section>`;
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

function writeTable(
  { grid, uses, verdict, suggestion }: ExplainedTable,
  notices: readonly Notice[],
  id: string,
): string {
  const rows = grid.rows.map((row, index) => {
    const next = grid.rows[index + 1]?.line ?? grid.endLine + 1;
    const within = notices.filter(({ line }) => line >= row.line && line < next);
    return writeRow(row, rowId(id, row.line), uses, within);
  });
  const firstRow = grid.rows[0]?.line ?? 0;
  return `<h3>${escapeText(grid.title?.text ?? '没有表名的表')}，第 ${grid.startLine} 至 ${grid.endLine} 行</h3>
<p class="form">${verdict}</p>
${writeNotices(notices.filter(({ line }) => line < firstRow))}
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

function writeNotices(notices: readonly Notice[]): string {
  const items = notices.map((notice) => `<li class="${notice.severity}">${describe(notice)}</li>`);
  return items.length === 0 ? '' : `<ul class="notices">${items.join('')}</ul>`;
}

function writeRow(
  row: LabelledRow,
  id: string,
  uses: ExplainedTable['uses'],
  notices: readonly Notice[],
): string {
  const cells = row.cells.map((cell) => {
    const at = notices.filter(({ line, column }) => line === cell.line && column === cell.column);
    return writeCell(cell, uses, at);
  });
  const below = notices.map((notice) => `<p class="${notice.severity}">${describe(notice)}</p>`).join('');
  return `<tr id="${id}"><th scope="row">${row.line}</th>${cells.join('')}</tr>${below === '' ? '' : `<tr class="said"><td></td><td colspan="${row.cells.length}"><div>${below}</div></td></tr>`}`;
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

function describe({ severity, line, column, message, rule }: Notice): string {
  const advice = `怎么办：${escapeText(ruleTexts[rule].advice)} <a href="#${ruleAnchor(rule)}">${rule}</a>`;
  return `<b>${WORDS[severity]}</b> 第 ${line} 行第 ${column} 个字：${escapeText(message)}。 <small>${advice}</small>`;
}

/** What the notices of each rule mean, as the guide says it. */
function writeRules(notices: readonly Notice[]): string {
  const rules = [...new Set(notices.map(({ rule }) => rule))].sort();
  if (rules.length === 0) return '';
  const entries = rules.map((rule) => {
    const { title, means } = ruleTexts[rule];
    return `<dt id="${ruleAnchor(rule)}">${escapeText(title)} <small>${rule}</small></dt><dd>${escapeText(means)}</dd>`;
  });
  return `<h2>这些提示是什么意思</h2>\n<dl>${entries.join('')}</dl>`;
}
