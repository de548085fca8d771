/**
 * In: one source file, as a VFile that holds its bytes.
 * Out: the Disclosure: its projects and notices.
 *
 *     bytes ─► text ─► mdast ─► Grids ─► Projects
 */
import { createHash } from 'node:crypto';
import type { VFile } from 'vfile';
import { decodeSource } from './decode-source.ts';
import { Context } from '../record/context.ts';
import type { Notice, ParsedProject, Project } from '../record/disclosure-schema.ts';
import { dropRepeats } from '../record/drop-repeats.ts';
import type { Form } from '../record/form.ts';
import { forms as knownForms } from '../record/forms/forms.ts';
import { must } from '../record/must.ts';
import { Notices, type Report } from '../record/notices.ts';
import { parseTarget } from '../record/parse-target.ts';
import type { Publication } from '../record/publication-schema.ts';
import type { Sheet } from '../record/sheet-schema.ts';
import { readProjects, type FileContext } from '../record/read-project.ts';
import { describeForeign, isForeign } from '../record/is-foreign.ts';
import { positionOfOther, recognizeTables, type RecognizedTable } from '../record/recognize-tables.ts';
import type { Permalinks } from '../identity/permalinks.ts';
import { settleIds } from '../identity/settle-ids.ts';
import { toSlug } from '../identity/to-slug.ts';
import { parseBlocks } from './parse-blocks.ts';
import { directionNotices } from './report-directions.ts';
import { withNumbers } from './report-numbers.ts';
import { readPublication } from './read-publication.ts';
import { readSheets } from './read-sheets.ts';
import type { Grid } from '../table/grid.ts';
import { readGrids } from '../table/read-grids.ts';

/** A cell of so few characters is seldom a sentence that was cut. */
const SHORT = 12;
/** No unit is longer (`个百分点`, `万平方米`); a number with more letters behind it is the beginning of a sentence. */
const LONGEST_UNIT = 5;

/** What one source file says. */
export interface ParsedDisclosure {
  projects: ParsedProject[];
  notices: Notice[];
  publication: Publication;
  /** Its tables as they are in the originals. Empty where it was not imported. */
  sheets: Sheet[];
  /** SHA-256 of the file's bytes, lower-case hex. */
  sha256: string;
  /** The file's part of the URL: its name in letters of URLs. */
  slug: string;
  /** The text as published, without byte order mark. Empty where it could not be decoded. */
  text: string;
}

/** What one source file says, with the lasting ids of its projects and rows. */
export interface DisclosureReading extends ParsedDisclosure {
  projects: Project[];
}

export interface ReadOptions {
  /** The forms that a table may be filled in on; where two fit alike, the first is chosen. */
  forms?: readonly Form[];
  permalinks?: Permalinks;
}

/** Never throws for what a file holds: what is wrong is a notice of severity `error`, and its project is left out. */
export function readDisclosure(file: VFile, { forms, permalinks }: ReadOptions = {}): DisclosureReading {
  return withIds(parseDisclosure(file, forms), permalinks);
}

export function withIds(parsed: ParsedDisclosure, permalinks?: Permalinks): DisclosureReading {
  return { ...parsed, projects: settleIds(parsed.projects, parsed.slug, permalinks) };
}

/** A disclosure before its projects get their lasting ids, which depend on more than the file. */
export function parseDisclosure(file: VFile, forms: readonly Form[] = knownForms): ParsedDisclosure {
  const bytes = typeof file.value === 'string' ? new TextEncoder().encode(file.value) : file.value;
  const context = contextOf(file, bytes);
  const notices = new Notices(context.path);
  const text = decodeSource(bytes);
  const reading =
    typeof text === 'string'
      ? readText(text, context, forms, notices)
      : { projects: [], publication: {}, sheets: [] };
  if (typeof text !== 'string') notices.report(text, text.rule, text.message);
  return {
    ...reading,
    notices: [
      ...withNumbers(notices.all, context.path, reading.publication, text),
      ...directionNotices(context.path, text),
    ].sort((a, b) => a.line - b.line || a.column - b.column),
    sha256: context.sha256,
    slug: toSlug(must(file.stem)),
    text: typeof text === 'string' ? text : '',
  };
}

function readText(
  text: string,
  context: FileContext,
  forms: readonly Form[],
  notices: Notices,
): Pick<ParsedDisclosure, 'projects' | 'publication' | 'sheets'> {
  const { report } = notices;
  const tree = parseBlocks(text, report);
  const { publication, positionOf } = readPublication(tree.children[0], report);
  const grids = readGrids(tree, text, report);
  if (grids.length === 0 && notices.errorCount === 0) {
    const message = '文件里没有表格；请从电子表格复制后直接粘贴，每格之间是一个制表符';
    report({ line: 1, column: 1 }, 'table/missing', message);
  }
  const found = grids.flatMap((grid) => recognizeTables(grid, forms, report));
  const tables = withoutForeign(found, report);
  const projects = tables.flatMap(({ grid, form, other }) =>
    other ? [] : readProjects(grid, context, new Context(form, notices)),
  );
  if (tables.length > 0 && tables.every(({ other }) => other)) {
    const message = '文件里没有项目绩效目标表，只有上面所说的其他表';
    report({ line: 1, column: 1 }, 'table/no-targets', message);
  }
  reportCut(text, grids, report);
  for (const [index, { project }] of (publication.corrections ?? []).entries())
    if (project !== undefined && !projects.some(({ name }) => name === project)) {
      const message = `更正说的项目“${project}”不在这个文件里；project 要和表里的项目名称一字不差`;
      report(positionOf(['corrections', index, 'project']), 'front-matter/wrong-correction', message);
    }
  return {
    projects: dropRepeats(projects, report),
    publication,
    sheets: readSheets(grids, publication),
  };
}

/** Next to a target table, a table of something else is named and passed over. */
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

function contextOf(file: VFile, bytes: Uint8Array): FileContext {
  const path = file.path.replaceAll('\\', '/');
  const folder = /(?:^|\/)((?:19|20)\d{2})\/[^/]+$/.exec(path);
  return {
    path,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    year: yearIn(folder?.[1] ?? /(?<!\d)((?:19|20)\d{2})(?!\d)/.exec(must(file.stem))?.[1]),
  };
}

function yearIn(text: string | undefined): number | null {
  return text === undefined ? null : Number(text);
}
