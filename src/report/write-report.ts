/**
 * In: source files and what was read from them.
 * Out: one HTML page, for the staff who fix a file: each table as it is read, each notice at its cell.
 */
import { readFileSync } from 'node:fs';
import type { DisclosureReading } from '../content/read-disclosure.ts';
import { escapeText } from '../display/escape-text.ts';
import type { Notice } from '../record/disclosure-schema.ts';
import type { Form } from '../record/form.ts';
import type { Severity } from '../record/rules/catalogue.ts';
import { ruleAnchor, ruleTexts } from '../record/rules/rule-texts.ts';
import { writeQuality } from './write-quality.ts';
import {
  countOf,
  reportedTables,
  rowId,
  SEVERITIES,
  writeNotices,
  writeTable,
  type TableWords,
} from './write-tables.ts';

/** One file. */
export interface ReportedFile {
  /** As notices name it. */
  path: string;
  disclosure: DisclosureReading;
}

/** Notices listed at the top; the others are at their cells like these. */
const MOST_LISTED = 50;

const WORDS: TableWords = {
  labelOf: String,
  placeOf: ({ line, column }) => `第 ${line} 行第 ${column} 个字`,
  messageOf: ({ message }) => message,
  ruleHref: (rule) => `#${ruleAnchor(rule)}`,
};

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
    return `<li class="${notice.severity}"><b>${SEVERITIES[notice.severity]}</b> ${index < 0 ? name : link}：${escapeText(notice.message)}。</li>`;
  });
  const rest = listed.length - items.length;
  return `<h2>要看的地方</h2>
<ul class="notices">${items.join('')}</ul>${rest > 0 ? `\n<p>另有 ${rest} 处，见下面各表。</p>` : ''}`;
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
  const tables = reportedTables(disclosure.text, forms, notices);
  for (const { table } of tables) for (const { line } of table.grid.rows) rowIds.add(rowId(id, line));
  const shown = new Set(tables.flatMap(({ within }) => within));
  return `<section id="${id}">
<h2>${escapeText(path)}</h2>
${writeNotices(
  notices.filter((notice) => !shown.has(notice)),
  WORDS,
)}
${writeQuality(disclosure.projects, (line) => `#${rowIds.has(rowId(id, line)) ? rowId(id, line) : id}`)}
${tables.map(({ table, within }) => writeTable(table, within, id, WORDS)).join('\n')}
</section>`;
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
