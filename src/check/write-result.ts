/**
 * In: what was read of a text.
 * Out: the sections of the page `/check/` that show it. All text is escaped.
 */
import { escapeText } from '../display/escape-text.ts';
import { formatCount } from '../display/format-count.ts';
import { formatYuan } from '../display/format-yuan.ts';
import { formatOrigin } from '../import/imported.ts';
import { locateMessage } from '../import/locate-message.ts';
import type { Origins } from '../import/write-markdown.ts';
import type { Notice, ParsedProject } from '../record/disclosure-schema.ts';
import type { ParsedResult } from '../record/result-schema.ts';
import { forms } from '../record/forms/forms.ts';
import type { Severity } from '../record/rules/catalogue.ts';
import { ruleAnchor, ruleTexts } from '../record/rules/rule-texts.ts';
import { totalOf } from '../record/total-of.ts';
import {
  countOf,
  reportedTables,
  rowId,
  SEVERITIES,
  writeTable,
  type TableWords,
} from '../report/write-tables.ts';
import { toLines } from '../table/to-lines.ts';
import { writeProject } from './write-project.ts';
import { writeSource } from './write-source.ts';

export interface ReadResult {
  text: string;
  projects: readonly ParsedProject[];
  results: readonly ParsedResult[];
  notices: readonly Notice[];
  /** Rows of the file that was read, by line. Null: the text is the file. */
  origins: Origins | null;
  remarks: readonly string[];
  /** Address of the page of rules. Null: the site has none. */
  rules: string | null;
}

/** Shown in full; the others by their names. */
const MOST_PROJECTS = 20;
/** Rows of tables that are shown cell by cell. */
const MOST_ROWS = 600;
/** Ids of rows begin with it. */
const FILE = 'f1';

export function writeResult(result: ReadResult): { html: string; summary: string } {
  const { text, projects, notices } = result;
  const tables = reportedTables(text, forms, notices);
  const cells = new Map(
    tables.flatMap(({ table }) =>
      table.grid.rows.flatMap((row) =>
        row.cells.map(({ line, column }, index) => [`${line}:${column}`, index + 1] as const),
      ),
    ),
  );
  const rowIds = new Set(tables.flatMap(({ table }) => table.grid.rows.map(({ line }) => rowId(FILE, line))));
  const words = wordsOf(result, cells);
  const summary = summarize(result);
  const hrefOf = (line: number) => (rowIds.has(rowId(FILE, line)) ? `#${rowId(FILE, line)}` : null);
  const placeOf = (line: number) => placeOfLine(line, result.origins);
  const [shown, rest] = [projects.slice(0, MOST_PROJECTS), projects.slice(MOST_PROJECTS)];
  const html = [
    writeVerdict(result, summary, words, hrefOf),
    ...shown.map((project, index) =>
      writeSection(
        projects.length === 1 ? '项目' : `第 ${index + 1} 个项目`,
        writeProject(project, { placeOf, hrefOf }),
      ),
    ),
    rest.length === 0 ? '' : writeSection('其余项目', writeRest(rest)),
    tables.length === 0 ? '' : writeSection('逐格对照', writeTables(tables, words)),
    text === '' ? '' : writeSection('存下来的样子', writeSource(toLines(text), flaggedBy(notices))),
  ];
  return { html: html.join('\n'), summary };
}

function wordsOf({ origins, rules }: ReadResult, cells: ReadonlyMap<string, number>): TableWords {
  return {
    labelOf: (line) => String(origins?.get(line)?.row ?? line),
    placeOf: ({ line, column }) => {
      const cell = origins ? undefined : cells.get(`${line}:${column}`);
      return `${placeOfLine(line, origins)}${cell === undefined ? '' : `第 ${cell} 格`}`;
    },
    messageOf: (notice) => (origins ? locateMessage(notice, origins) : notice.message),
    ruleHref: (rule) => (rules === null ? null : `${rules}#${ruleAnchor(rule)}`),
  };
}

function placeOfLine(line: number, origins: Origins | null): string {
  const origin = origins?.get(line);
  return origin ? formatOrigin(origin) : `第 ${line} 行`;
}

/** `读出 1 个项目、6 项指标，预算合计 27,700.00 元。没有错误，可以公开。` */
function summarize(result: ReadResult): string {
  return `${describeTables(result)}${describeNotices(result)}`;
}

function describeTables({ projects, results }: ReadResult): string {
  const count = results.reduce((sum, { indicators }) => sum + indicators.length, 0);
  const ofResults = `读出 ${formatCount(results.length)} 张自评表、${formatCount(count)} 项指标。`;
  if (results.length === 0) return describeProjects(projects);
  return projects.length === 0 ? ofResults : `${describeProjects(projects)}${ofResults}`;
}

function describeProjects(projects: readonly ParsedProject[]): string {
  if (projects.length === 0) return '没有读出项目。';
  const count = projects.reduce((sum, { indicators }) => sum + indicators.length, 0);
  const yuan = totalOf(projects).yuan;
  const sum = yuan === null ? '表上没有金额' : `预算${projects.length > 1 ? '合计' : ''} ${formatYuan(yuan)}`;
  return `读出 ${formatCount(projects.length)} 个项目、${formatCount(count)} 项指标，${sum}。`;
}

function describeNotices({ projects, results, notices }: ReadResult): string {
  const [errors, warnings] = (['error', 'warning'] as const).map((severity) => countOf(notices, severity));
  if (errors) return `有 ${errors} 处错误，改好才能公开。`;
  if (projects.length + results.length === 0) return '';
  if (warnings) return `没有错误，可以公开；公开之前请看一遍 ${warnings} 处提示。`;
  return '没有错误，可以公开。';
}

function writeVerdict(
  result: ReadResult,
  summary: string,
  words: TableWords,
  hrefOf: (line: number) => string | null,
): string {
  const { projects, results, notices, remarks, text } = result;
  const isBad = projects.length + results.length === 0 || countOf(notices, 'error') > 0;
  const about = describeTables(result);
  const ofSeverity = (severity: Severity) => notices.filter((notice) => notice.severity === severity);
  const infos = ofSeverity('info');
  const list = (some: readonly Notice[]) =>
    some.length === 0
      ? ''
      : `<ul class="findings">${some.map((notice) => writeFinding(notice, words, hrefOf)).join('')}</ul>`;
  const actions =
    text === ''
      ? ''
      : `<p class="actions"><button type="button" data-copy-source>复制 Markdown</button> <button type="button" data-save-source>下载 .md 文件</button></p>`;
  const body = `<p class="answer verdict ${isBad ? 'bad' : 'good'}"><b>${escapeText(summary.slice(about.length) || about)}</b>${summary === about ? '' : `<span>${escapeText(about)}</span>`}</p>
${list([...ofSeverity('error'), ...ofSeverity('warning')])}
${infos.length === 0 ? '' : `<details class="proof"><summary>${infos.length} 条说明</summary>${list(infos)}</details>`}
${remarks.length === 0 ? '' : `<ul class="small soft ways">${remarks.map((remark) => `<li>${escapeText(remark)}。</li>`).join('')}</ul>`}
${actions}`;
  return `<section class="row" data-result><h2 id="verdict" tabindex="-1">结果</h2><div class="entry">${body}</div></section>`;
}

function writeFinding(
  notice: Notice,
  { placeOf, messageOf, ruleHref }: TableWords,
  hrefOf: (line: number) => string | null,
): string {
  const { severity, rule, line } = notice;
  const { title, advice } = ruleTexts[rule];
  const row = hrefOf(line);
  const place = row === null ? placeOf(notice) : `<a href="${row}">${placeOf(notice)}</a>`;
  const href = ruleHref(rule);
  const name = href === null ? '' : ` <a href="${href}">${escapeText(title)}</a>`;
  return `<li class="notice ${severity}"><p><b>${SEVERITIES[severity]}</b>${place}：${escapeText(messageOf(notice))}。</p><p>怎么办：${escapeText(advice)}${name}</p></li>`;
}

function writeRest(projects: readonly ParsedProject[]): string {
  const items = projects.map(
    ({ name, budget, indicators }) =>
      `<li>${escapeText(name)} <span class="soft small">${formatYuan(budget?.yuan ?? null)}，${indicators.length} 项指标</span></li>`,
  );
  return `<p class="small soft">另有 ${formatCount(projects.length)} 个项目也读出来了，这里只列名称。</p><ol class="ways">${items.join('')}</ol>`;
}

function writeTables(tables: ReturnType<typeof reportedTables>, words: TableWords): string {
  const written: string[] = [];
  let rows = 0;
  for (const { table, within } of tables) {
    rows += table.grid.rows.length;
    if (rows > MOST_ROWS) break;
    written.push(writeTable(table, within, FILE, words));
  }
  const rest = tables.length - written.length;
  return `<p class="small soft">每一格上面的小字是它读成了什么；没有小字的是表的栏目。</p>
<ul class="legend small"><li class="value">读入的内容</li><li class="label">表的栏目</li><li class="warning">有提示</li><li class="error">有错误</li><li class="unknown">没读懂</li></ul>
<div class="read">${written.join('\n')}</div>${rest > 0 ? `<p class="small soft">另有 ${rest} 张表，这里不逐格列出。</p>` : ''}`;
}

function writeSection(title: string, body: string): string {
  return `<section class="row" data-result><h2>${title}</h2><div class="entry">${body}</div></section>`;
}

function flaggedBy(notices: readonly Notice[]): Set<number> {
  return new Set(notices.filter(({ severity }) => severity !== 'info').map(({ line }) => line));
}
