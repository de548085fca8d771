/**
 * In: a PDF.
 * Out: its target tables, each row with its page, and the names and units above them.
 */
import {
  getDocument,
  PasswordException,
  type PDFDocumentProxy,
  VerbosityLevel,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { DocumentInitParameters } from 'pdfjs-dist/types/src/display/api.js';
import { describeAuthors } from '../authors.ts';
import { ImportError } from '../import-error.ts';
import type { Imported, ImportedPiece } from '../imported.ts';
import { isTargetHeader } from './header.ts';
import { joinPages } from './join-pages.ts';
import { formatLine } from './join-lines.ts';
import type { JoinedTable } from './join-parts.ts';
import { isFurniture, repeatedLines } from './lines-above.ts';
import { readPage, type Page } from './read-page.ts';
import { toLayout } from './to-layout.ts';

/** A department's budget has some hundred pages. */
const MOST_PAGES = 1_000;
/** Pages after which the library frees the fonts that it keeps; the fonts of 200 pages take 300 MB. */
const PAGES_TO_CLEAN = 10;
const MISSING = '里面没有绩效目标表：没有哪张表有“一级指标、二级指标、三级指标”的表头';
const CATEGORY = /^(?:产出|效益|成本|满意度|数量|质量|时效)指标$/;
/** What tables about targets speak of. */
const SUBJECT = /绩效(?:目标|指标)|(?:产出|效益|成本|满意度)指标/;

/** What the library is given besides the file: where its own files are. */
export type LibrarySettings = Omit<DocumentInitParameters, 'data'>;

/** Without Node: browsers read so, too. @param onPage Called after each page. Throws an {@link ImportError}. */
export async function readPages(
  bytes: Uint8Array,
  settings: LibrarySettings,
  onPage: (number: number) => void,
): Promise<Imported> {
  const document = await open(bytes, settings);
  try {
    if (document.numPages > MOST_PAGES)
      throw new ImportError(
        `文件有 ${document.numPages} 页，上限是 ${MOST_PAGES} 页；请把要公开的页另存为一个新文件`,
      );
    const pages: Page[] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      pages.push(await readPageOf(document, number));
      if (number % PAGES_TO_CLEAN === 0) await document.cleanup();
      onPage(number);
    }
    const imported = toImported(pages);
    imported.remarks.push(...describeAuthors(await authorOf(document)));
    return imported;
  } finally {
    await document.loadingTask.destroy();
  }
}

/** The author in the properties of a PDF, if there is one. Properties that are broken have none. */
async function authorOf(document: PDFDocumentProxy): Promise<string[]> {
  const { info } = await document.getMetadata().catch(() => ({ info: {} }));
  const { Author: author } = info as { Author?: unknown };
  return typeof author === 'string' ? [author] : [];
}

async function readPageOf(document: PDFDocumentProxy, number: number): Promise<Page> {
  try {
    const page = await document.getPage(number);
    const read = await readPage(page);
    page.cleanup();
    return read;
  } catch (error) {
    if (error instanceof ImportError) throw error;
    throw new ImportError(`第 ${number} 页读不出，文件可能已损坏；请用 PDF 软件打开后重新保存`);
  }
}

async function open(bytes: Uint8Array, settings: LibrarySettings): Promise<PDFDocumentProxy> {
  if (!isWhole(bytes)) throw new ImportError('文件不完整，后面缺了一段；请重新下载或复制一次');
  try {
    return await getDocument({
      // The library keeps the bytes for itself.
      data: Uint8Array.from(bytes),
      cMapPacked: true,
      // Pictures are not looked at.
      maxImageSize: 1,
      verbosity: VerbosityLevel.ERRORS,
      ...settings,
    }).promise;
  } catch (error) {
    if (error instanceof PasswordException)
      throw new ImportError('文件有密码保护，读不出；请用 PDF 软件打开，去掉密码再保存', {
        reason: 'locked',
      });
    throw new ImportError('文件已损坏，打不开；请用 PDF 软件打开后重新保存');
  }
}

/** Whether a file has its end. Without it, the library would read the pages that are left and say nothing. */
function isWhole(bytes: Uint8Array): boolean {
  const end = bytes.findLastIndex((byte) => byte > 0x20) + 1;
  return String.fromCharCode(...bytes.subarray(Math.max(0, end - 1_024), end)).includes('%%EOF');
}

function toImported(pages: readonly Page[]): Imported {
  if (pages.every(({ glyphs }) => glyphs === 0))
    throw new ImportError(
      '这是扫描件，只有图片，没有文字；请用生成它的 Word 或 Excel 文件，或由它另存的 PDF',
      { reason: 'scan' },
    );
  const tables = joinPages(pages);
  const targets = tables.filter(isTarget);
  const loose = pages.filter(({ hasLooseHeader }) => hasLooseHeader).map(({ number }) => number);
  if (targets.length === 0) throw new ImportError(loose.length > 0 ? describeLoose(loose) : MISSING);
  const torn = targets.flatMap(({ tornPages }) => tornPages);
  if (torn.length > 0)
    throw new ImportError(
      `第 ${formatRange(torn)} 页的表格线没有画全，看不出文字属于哪一格；请用生成它的 Word 或 Excel 文件`,
    );
  const rest = findRest(tables, pages);
  if (rest !== undefined)
    throw new ImportError(
      `第 ${rest} 页的表像是第 ${rest - 1} 页那张绩效目标表的下半张，但各列对不上，接不起来；请用生成它的 Word 或 Excel 文件`,
    );
  const used = new Set(targets.flatMap(pagesOf));
  return {
    pages: pages.length,
    layouts: pages.filter(({ number }) => used.has(number)).map(toLayout),
    pieces: targets.flatMap((table, index) => toPieces(table, index)),
    remarks: [
      ...describePages(used, pages),
      ...(loose.length > 0 ? [describeLoose(loose)] : []),
      ...describeOthers(tables, used, pages),
      ...describeFaults(targets, pages),
    ],
  };
}

/** A page that begins with indicators without a header, right behind a page with a target table: its rest, and not read as that. */
function findRest(tables: readonly JoinedTable[], pages: readonly Page[]): number | undefined {
  const repeated = repeatedLines(pages);
  const found = tables.find((table, index) => {
    const [before, first] = [tables[index - 1], table.rows[0]];
    const page = pages.find(({ number }) => number === first?.page);
    const top = page?.tables[0]?.ys[0] ?? 0;
    return (
      before !== undefined &&
      isTarget(before) &&
      !isTarget(table) &&
      first?.table === 1 &&
      before.rows.at(-1)?.page === first.page - 1 &&
      table.rows.some(({ cells }) => cells.some((text) => CATEGORY.test(text))) &&
      page?.lines.every((line) => line.middle > top || isFurniture(formatLine(line), repeated))
    );
  });
  return found?.rows[0]?.page;
}

/** Whether a table has a header of indicators. */
function isTarget({ rows }: JoinedTable): boolean {
  return rows.some(({ cells }) => isTargetHeader(cells));
}

function pagesOf({ rows }: JoinedTable): number[] {
  return [...new Set(rows.map(({ page }) => page))];
}

function toPieces(table: JoinedTable, index: number): ImportedPiece[] {
  const part = `第 ${index + 1} 张表（第 ${formatRange(pagesOf(table))} 页）`;
  const rows = table.rows.map(({ page, table: ordinal, row, cells }) => ({
    origin: { part: ordinal === 1 ? `第 ${page} 页` : `第 ${page} 页第 ${ordinal} 张表`, row },
    cells,
  }));
  const above = { part: `第 ${table.rows[0]?.page ?? 1} 页`, row: null };
  return [
    { kind: 'text', lines: table.above, origin: above },
    { kind: 'table', part, rows, merges: table.merges },
  ];
}

/** `3`, `3—5、8`. */
function formatRange(numbers: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const number of numbers) {
    const last = ranges.at(-1);
    if (last?.[1] === number - 1) last[1] = number;
    else ranges.push([number, number]);
  }
  return ranges.map(([from, to]) => (from === to ? String(from) : `${from}—${to}`)).join('、');
}

function describePages(used: ReadonlySet<number>, pages: readonly Page[]): string[] {
  if (used.size === pages.length) return [];
  return [`共 ${pages.length} 页，读了有绩效目标表的第 ${formatRange([...used])} 页，其他页没有读入`];
}

function describeLoose(pages: readonly number[]): string {
  return `第 ${formatRange(pages)} 页有绩效目标表的表头，但没有画表格线，分不清各列，没有读入；请用生成它的 Word 或 Excel 文件`;
}

/** Tables, and pages without any, that look like target tables and are not read. */
function describeOthers(
  tables: readonly JoinedTable[],
  used: ReadonlySet<number>,
  pages: readonly Page[],
): string[] {
  const others = tables
    .filter((table) => !isTarget(table))
    .filter(({ above, rows }) =>
      [...above, ...rows.flatMap(({ cells }) => cells)].some((text) => SUBJECT.test(text)),
    )
    .flatMap(pagesOf);
  const scans = pages
    .filter(({ glyphs, number }) => glyphs === 0 && !used.has(number))
    .map(({ number }) => number);
  return [
    ...others.map(
      (page) =>
        `第 ${page} 页有一张表像绩效目标表，但没有“一级指标、二级指标、三级指标”的表头，没有读入；请对照原件检查`,
    ),
    ...(scans.length > 0 ? [`第 ${formatRange(scans)} 页没有文字（空白或扫描的图片），没有读入`] : []),
  ];
}

function describeFaults(targets: readonly JoinedTable[], pages: readonly Page[]): string[] {
  const used = new Set(targets.flatMap(pagesOf));
  const own = pages.filter(({ number }) => used.has(number));
  return [
    ...own
      .filter(({ askew }) => askew > 0)
      .map(({ number }) => `第 ${number} 页有斜排的文字（如水印），没有读入`),
    ...own
      .filter(({ unreadable }) => unreadable > 0)
      .map(
        ({ number, unreadable }) =>
          `第 ${number} 页有 ${unreadable} 个字没有编码，读不出是什么字；请对照原件检查`,
      ),
  ];
}
