/**
 * In: source files and what was read from them.
 * Out: one HTML page, for the staff who fix a file: each table as it is read, each notice at its cell.
 */
import { readTables, type DisclosureReading } from '../content/read-disclosure.ts';
import { chooseForm, listLabels } from '../record/choose-form.ts';
import type { Notice } from '../record/disclosure-schema.ts';
import { explainTable, type CellUse } from '../record/explain-table.ts';
import { findOtherTable } from '../record/find-other-table.ts';
import type { Form } from '../record/form.ts';
import { liftCaptions, splitTables } from '../record/split-tables.ts';
import type { Cell, Grid, Row } from '../table/grid.ts';
import { reportStyle } from './report-style.ts';

/** One file. */
export interface ReportedFile {
  /** As notices name it. */
  path: string;
  disclosure: DisclosureReading;
}

/** A table that could not be made out: what its cells are is not known. */
const NOT_MADE_OUT = ['table/unknown', 'form/unknown'];
/** Notices listed at the top; the others stand at their cells like these. */
const MOST_LISTED = 50;

const WORDS = { error: '错误', warning: '提示', info: '说明' } as const;

/** @param extra Notices that are about several files, such as two projects with one name. */
export function writeReport(
  files: readonly ReportedFile[],
  extra: readonly Notice[],
  forms: readonly Form[],
): string {
  const notices = [...files.flatMap(({ disclosure }) => disclosure.notices), ...extra];
  const count = (severity: Notice['severity']) =>
    notices.filter((notice) => notice.severity === severity).length;
  const projects = files.reduce((sum, { disclosure }) => sum + disclosure.projects.length, 0);
  const verdict =
    count('error') > 0
      ? '有错误，改好才能公开；已经公开的网站不受影响。'
      : files.length === 0
        ? '还没有文件。请运行 npm run import -- 文件，或把文件放进 content/disclosures/年份/。'
        : count('warning') > 0
          ? '没有错误，可以公开；公开之前请看一遍提示。'
          : '没有错误，可以公开。';
  const anchors = new Set<string>();
  const sections = files.map((file, index) => writeFile(file, `f${index + 1}`, extra, forms, anchors));
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>核对结果</title>
<style>${reportStyle}</style>
</head>
<body>
<main>
<h1>核对结果</h1>
<p class="verdict ${count('error') > 0 ? 'error' : 'good'}">${verdict}</p>
<p>${files.length} 个文件，${projects} 个项目：${count('error')} 处错误，${count('warning')} 处提示，${count('info')} 条说明。</p>
<ul class="legend"><li class="value">读入的内容</li><li class="label">表的栏目</li><li class="warning">有提示</li><li class="error">有错误</li><li class="unknown">没读懂</li></ul>
${writeList(files, notices, anchors)}
${sections.join('\n')}
</main>
</body>
</html>
`;
}

/** Errors and warnings of all files, errors first, each leading to its row. */
function writeList(
  files: readonly ReportedFile[],
  notices: readonly Notice[],
  anchors: ReadonlySet<string>,
): string {
  const listed = (['error', 'warning'] as const).flatMap((severity) =>
    notices.filter((notice) => notice.severity === severity),
  );
  if (listed.length === 0) return '';
  const items = listed.slice(0, MOST_LISTED).map((notice) => {
    const index = files.findIndex(({ path }) => path === notice.path);
    const file = `f${index + 1}`;
    const row = `${file}L${notice.line}`;
    const name = notice.path.split('/').slice(-2).join('/');
    const place = `${name} 第 ${notice.line} 行`;
    const where =
      index < 0 ? escape(name) : `<a href="#${anchors.has(row) ? row : file}">${escape(place)}</a>`;
    return `<li class="${notice.severity}"><b>${WORDS[notice.severity]}</b> ${where}：${escape(notice.message)}。</li>`;
  });
  const rest = listed.length - items.length;
  return `<h2>要看的地方</h2>
<ul class="notices">${items.join('')}</ul>${rest > 0 ? `\n<p>另有 ${rest} 处，见下面各表。</p>` : ''}`;
}

function writeFile(
  { path, disclosure }: ReportedFile,
  id: string,
  extra: readonly Notice[],
  forms: readonly Form[],
  anchors: Set<string>,
): string {
  const notices = [...disclosure.notices, ...extra.filter((notice) => notice.path === path)];
  const grids = readTables(disclosure.text, () => undefined).flatMap((grid) => {
    const form = chooseForm(liftCaptions(grid), forms);
    return splitTables(grid, form, () => undefined).map((table) => ({ table, form }));
  });
  const shown = new Set<Notice>();
  const tables = grids
    .map(({ table, form }) => writeTable(table, form, notices, shown, { id, anchors }))
    .join('\n');
  const rest = notices.filter((notice) => !shown.has(notice));
  return `<section id="${id}">
<h2>${escape(path)}</h2>
${rest.length > 0 ? `<ul class="notices">${rest.map((notice) => `<li class="${notice.severity}">${describe(notice)}</li>`).join('')}</ul>` : ''}
${tables}
</section>`;
}

/** What links lead to: rows, by the file's id and their line. */
interface Anchors {
  id: string;
  anchors: Set<string>;
}

function writeTable(
  grid: Grid,
  form: Form,
  notices: readonly Notice[],
  shown: Set<Notice>,
  { id, anchors }: Anchors,
): string {
  const other = findOtherTable(grid, form);
  const from = grid.title?.line ?? grid.startLine;
  const own = notices.filter(({ line }) => line >= from && line <= grid.endLine);
  const heads = own.filter(({ line }) => line < (grid.rows[0]?.line ?? 0));
  for (const notice of own) shown.add(notice);
  const isMadeOut = !own.some(({ rule }) => NOT_MADE_OUT.includes(rule));
  const uses = other
    ? new Map<Cell, CellUse>()
    : isMadeOut
      ? explainTable(grid, form)
      : knownLabels(grid, form);
  const verdict = other
    ? `这是${escape(other.name)}，不公开`
    : isMadeOut
      ? `按“${escape(form.name)}”读`
      : '没有读懂这张表，不公开';
  const rows = grid.rows.map((row, index) => {
    const next = grid.rows[index + 1]?.line ?? grid.endLine + 1;
    anchors.add(`${id}L${row.line}`);
    return writeRow(
      row,
      `${id}L${row.line}`,
      uses,
      own.filter(({ line }) => line >= row.line && line < next),
      other !== null,
    );
  });
  return `<h3>${escape(grid.title?.text ?? '没有表名的表')}，第 ${grid.startLine} 至 ${grid.endLine} 行</h3>
<p class="form">${verdict}</p>
${heads.length > 0 ? `<ul class="notices">${heads.map((notice) => `<li class="${notice.severity}">${describe(notice)}</li>`).join('')}</ul>` : ''}
<div class="scroll" tabindex="0"><table><tbody>
${rows.join('\n')}
</tbody></table></div>`;
}

/** Of a table that could not be made out: the labels that the form has. */
function knownLabels(grid: Grid, form: Form): Map<Cell, CellUse> {
  return new Map(listLabels(grid, form).understood.map((cell) => [cell, { kind: 'label', field: '栏目' }]));
}

function writeRow(
  row: Row,
  id: string,
  uses: ReadonlyMap<Cell, CellUse>,
  notices: readonly Notice[],
  isOther: boolean,
): string {
  const cells = row.cells.map((cell) => {
    const use = uses.get(cell);
    const at = notices.filter(({ line, column }) => line === cell.line && column === cell.column);
    const worst = (['error', 'warning'] as const).find((severity) =>
      at.some((notice) => notice.severity === severity),
    );
    const kind = cell.text === '' || isOther ? '' : (use?.kind ?? 'unknown');
    const field =
      use?.kind === 'value'
        ? `<small>${escape(use.field)}</small>`
        : kind === 'unknown'
          ? '<small>没读懂</small>'
          : '';
    return `<td class="${[kind, worst].filter(Boolean).join(' ')}">${field}${escape(cell.text).replaceAll('\n', '<br>')}</td>`;
  });
  const below = notices.map((notice) => `<p class="${notice.severity}">${describe(notice)}</p>`).join('');
  return `<tr id="${id}"><th scope="row">${row.line}</th>${cells.join('')}</tr>${below === '' ? '' : `<tr class="said"><td></td><td colspan="${row.cells.length}"><div>${below}</div></td></tr>`}`;
}

function describe({ severity, line, column, message, rule }: Notice): string {
  return `<b>${WORDS[severity]}</b> 第 ${line} 行第 ${column} 个字：${escape(message)}。 <small>${rule}</small>`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
