/**
 * In: the text of a source, without byte order mark.
 * Out: its projects, results and notices, before projects and results get their lasting ids.
 *
 * It needs no files, no URL and no Node: the page `/check/` reads with it in the browser.
 */
import type { RootContent } from 'mdast';
import { Context } from '../record/context.ts';
import type { Notice, ParsedProject } from '../record/disclosure-schema.ts';
import { dropRepeats } from '../record/drop-repeats.ts';
import type { Form } from '../record/form.ts';
import { resultForm } from '../record/forms/result-form.ts';
import type { LabelledGrid } from '../record/labelled-grid.ts';
import { must } from '../record/must.ts';
import { describeForeign, isForeign } from '../record/is-foreign.ts';
import { Notices, type Report } from '../record/notices.ts';
import { parseTarget } from '../record/parse-target.ts';
import type { Publication } from '../record/publication-schema.ts';
import type { ParsedOverall } from '../record/overall-schema.ts';
import { readOverall } from '../record/overall/read-overall.ts';
import { readProjects, type FileContext } from '../record/read-project.ts';
import { positionOfOther, recognizeTables, type RecognizedTable } from '../record/recognize-tables.ts';
import type { ParsedResult } from '../record/result-schema.ts';
import { readResults, sharedYear } from '../record/results/read-results.ts';
import type { Sheet } from '../record/sheet-schema.ts';
import type { Grid } from '../table/grid.ts';
import { readGrids } from '../table/read-grids.ts';
import type { FrontMatter } from './front-matter.ts';
import { parseBlocks } from './parse-blocks.ts';
import { readSheets } from './read-sheets.ts';
import { directionNotices } from './report-directions.ts';
import { withNumbers } from './report-numbers.ts';

/** A cell of so few characters is seldom a sentence that was cut. */
const SHORT = 12;
/** No unit is longer (`个百分点`, `万平方米`); a number with more letters behind it is the beginning of a sentence. */
const LONGEST_UNIT = 5;

/** What the text of a source says. */
export interface TextReading {
  projects: ParsedProject[];
  /** What its tables of results say. */
  results: ParsedResult[];
  /** What its tables of a whole office say: nearly always one, or none. Empty where it has no project. */
  overall: ParsedOverall[];
  /** In the order of their positions. */
  notices: Notice[];
  publication: Publication;
  /** Its tables as they are in the originals. Empty where it was not imported. */
  sheets: Sheet[];
}

export interface TextOptions {
  /** The forms that a table may be filled in on; where two fit alike, the first is chosen. At least one. */
  forms: readonly Form[];
  /** Reads the YAML front matter, if the text begins with one. A parameter, as it is most of the code and seldom needed. */
  readFrontMatter: (node: RootContent | undefined, report: Report) => FrontMatter;
}

/** Never throws for what a text holds: what is wrong is a notice of severity `error`, and its project is left out. */
export function readText(text: string, file: FileContext, options: TextOptions): TextReading {
  const notices = new Notices(file.path);
  const { publication, ...reading } = readTree(text, file, options, notices);
  return {
    ...reading,
    publication,
    notices: [
      ...withNumbers(notices.all, file.path, publication, text),
      ...directionNotices(file.path, text),
    ].sort((a, b) => a.line - b.line || a.column - b.column),
  };
}

function readTree(
  text: string,
  file: FileContext,
  { forms, readFrontMatter }: TextOptions,
  notices: Notices,
): Omit<TextReading, 'notices'> {
  const { report } = notices;
  const tree = parseBlocks(text, report);
  const { publication, positionOf } = readFrontMatter(tree.children[0], report);
  const grids = readGrids(tree, text, report);
  if (grids.length === 0 && notices.errorCount === 0) {
    const message = '文件里没有表格；请从电子表格复制后直接粘贴，每格之间是一个制表符';
    report({ line: 1, column: 1 }, 'table/missing', message);
  }
  const found = grids.flatMap((grid) => recognizeTables(grid, forms, report));
  const tables = withoutForeign(found, report);
  const projects = tables.flatMap(({ grid, form, other, isResult, isOverall }) =>
    other || isResult || isOverall ? [] : readProjects(grid, file, new Context(form, notices)),
  );
  const ofResults = tables.flatMap(({ grid, isResult }) => (isResult ? grid : []));
  const resultFile = { ...file, resultYear: sharedYear(ofResults) };
  const results = ofResults.flatMap((grid) =>
    readResults(grid, resultFile, new Context(resultForm, notices)),
  );
  const overall = readOveralls(
    tables.flatMap(({ grid, isOverall }) => (isOverall ? grid : [])),
    projects.length > 0,
    file,
    notices,
  );
  const unread = new Set(
    notices.all.flatMap(({ rule, line }) => (rule === 'result/no-indicators' ? line : [])),
  );
  const isUnread = ({ grid, other, isResult, isOverall }: RecognizedTable) =>
    other !== null || isOverall || (isResult && unread.has(positionOfOther(grid).line));
  if (tables.length > 0 && tables.every(isUnread)) {
    const message = '文件里没有项目绩效目标表和读得出的绩效自评表，只有上面所说的表';
    report({ line: 1, column: 1 }, 'table/no-targets', message);
  }
  reportCut(text, grids, report);
  for (const [index, { project }] of (publication.corrections ?? []).entries())
    if (project !== undefined && ![...projects, ...results].some(({ name }) => name === project)) {
      const message = `更正说的项目“${project}”不在这个文件里；project 要和表里的项目名称一字不差`;
      report(positionOf(['corrections', index, 'project']), 'front-matter/wrong-correction', message);
    }
  return {
    projects: dropRepeats(projects, report),
    results: dropRepeats(results, report),
    overall,
    publication,
    sheets: readSheets(grids, publication),
  };
}

/** Tables of a whole office are published on the page of its projects: without one there is no page. */
function readOveralls(
  grids: readonly LabelledGrid[],
  hasProjects: boolean,
  file: FileContext,
  notices: Notices,
): ParsedOverall[] {
  if (!hasProjects) {
    const message = '这是部门（单位）整体绩效目标表；它公开在单位的页上，文件里没有项目绩效目标表，没有公开';
    for (const grid of grids) notices.report(positionOfOther(grid), 'table/other-kind', message);
    return [];
  }
  const overall = grids.flatMap((grid) => readOverall(grid, file, new Context(resultForm, notices)));
  const [first, ...others] = overall;
  for (const { source } of others) {
    const message = `文件里已有一张整体绩效目标表，从第 ${must(first).source.startLine} 行起；两张都照原文公开`;
    notices.report({ line: source.startLine, column: 1 }, 'overall/second', message);
  }
  return overall;
}

/** Next to a table of targets or results, a table of something else is named and passed over. */
function withoutForeign(tables: readonly RecognizedTable[], report: Report): RecognizedTable[] {
  if (tables.every((table) => table.other !== null || isForeign(table))) return [...tables];
  return tables.filter((table) => {
    const isOther = isForeign(table);
    if (isOther) report(positionOfOther(table.grid), 'table/other-kind', describeForeign(table));
    return !isOther;
  });
}

/**
 * A file without a line end may have been cut within its last cell: where that is the beginning of the cell before it, or words
 * that no quantity ends.
 */
function reportCut(text: string, grids: readonly Grid[], report: Report): void {
  if (/\s$/.test(text)) return;
  const [cell, before] = (grids.at(-1)?.rows.at(-1)?.cells ?? [])
    .filter((other) => other.text !== '')
    .reverse();
  const position = cell ?? { line: 1, column: 1 };
  const endsInTable = cell !== undefined && text.trimEnd().endsWith(cell.text);
  if (endsInTable) {
    const message = '文件在表格的最后一行结束，后面没有换行；请确认已经存全，再在末尾加一个换行';
    report(position, 'file/no-line-end', message);
  }
  if (!cell || !before || cell.text === before.text) return;
  const isBeginning = before.text.startsWith(cell.text);
  const { value, unit } = parseTarget(cell.text);
  const isSentence =
    value === null ? cell.text.length > SHORT : (unit ?? '').replace(/\/.*/, '').length > LONGEST_UNIT;
  if (!isBeginning && !isSentence) return;
  const message = `文件在“${cell.text}”这里结束，像是没有存全；请重新导出，或在末尾加一个换行`;
  report(position, 'file/may-be-cut', message);
}
