/**
 * In: what a page of a PDF draws.
 * Out: its ruled tables with the text of each cell, and the lines of text outside them.
 */
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { isCaption, isTitle } from '../../table/caption.ts';
import { ImportError } from '../import-error.ts';
import type { PageLayout } from '../imported.ts';
import { findTables, type RuledCell, type RuledTable } from './find-tables.ts';
import { formatLine, splitLine, toLines, toWords, type Line, type Word } from './join-lines.ts';
import { readRulings, type Ruling } from './read-rulings.ts';
import { TextReader, type Glyph } from './read-texts.ts';
import { findHeader, ruleColumns } from './rule-columns.ts';
import { walkOperators, type Box } from './walk-operators.ts';

export interface PageCell extends RuledCell {
  lines: Line[];
}

export interface PageTable extends RuledTable {
  cells: PageCell[];
}

/** How a page is turned, in degrees clockwise, and its size then, in points. */
type PageFrame = Pick<PageLayout, 'rotation' | 'width' | 'height'>;

export interface Page {
  /** From 1. */
  number: number;
  frame: PageFrame;
  tables: PageTable[];
  /** Lines outside tables, from the top. */
  lines: Line[];
  /** Whether the header of a target table is outside its tables: nobody can say what its columns are. */
  hasLooseHeader: boolean;
  /** Characters, those of tables included. 0: a picture, or nothing. */
  glyphs: number;
  /** Characters askew, as of a watermark. They are left out. */
  askew: number;
  /** Characters without a code: nobody can say which they are. */
  unreadable: number;
}

/** A table and the words of its cells. */
interface Filled {
  table: RuledTable;
  words: Map<RuledCell, Word[]>;
  /** How far they reach. */
  top: number;
  bottom: number;
}

/** Characters of one page; a full page of small print has some thousand. */
const MOST_GLYPHS = 60_000;
/** How far text may be drawn below a table that goes on, or above it, from its edge or from line to line: points. */
const OVERHANG = 24;
/** How far such text may reach over the edges at its sides: points. */
const OVERLAP = 3;
/** Degrees to turn a page by, clockwise, so that text in a direction runs to the right. */
const TURNS = [0, 270, 180, 90] as const;
/** A page's number and nothing else: `- 12 -`, `第 3 页`. */
const PAGE_NUMBER = /^[-—–\s\d第页共/]*$/;

export async function readPage(page: PDFPageProxy): Promise<Page> {
  const operators = await page.getOperatorList();
  const read = (turn: number) => {
    const rulings: Ruling[] = [];
    const texts = new TextReader((name) => findFont(page, name));
    const viewport = page.getViewport({ scale: 1, rotation: (page.rotate + turn) % 360 });
    for (const step of walkOperators(operators, viewport.transform)) {
      rulings.push(...readRulings(step));
      texts.read(step);
      if (texts.glyphs.length > MOST_GLYPHS)
        throw new ImportError(`第 ${page.pageNumber} 页的文字太多，不像一页表格`);
    }
    const { rotation, width, height } = viewport;
    return { rulings, glyphs: texts.glyphs, frame: { rotation, width, height } };
  };
  const upright = read(0);
  const turn = TURNS[mainDirection(upright.glyphs)];
  const { rulings, glyphs, frame } = turn === 0 ? upright : read(turn);
  const straight = glyphs.filter(({ direction }) => direction !== null);
  const words = toWords(straight);
  const ruled = findTables(rulings);
  const columns = ruleColumns(rulings, ruled, words);
  const { tables, outside } = fillTables(
    columns.length > 0 ? findTables([...rulings, ...columns]) : ruled,
    words,
  );
  const lines = toLines(outside.filter(({ middle }) => middle > 0 && middle < frame.height)).flatMap(
    splitLine,
  );
  return {
    number: page.pageNumber,
    frame,
    tables,
    lines,
    hasLooseHeader: findHeader(lines).length > 0,
    glyphs: straight.length,
    askew: glyphs.length - straight.length,
    unreadable: straight.filter(({ text }) => /[\p{Co}\ufffd\0]/u.test(text)).length,
  };
}

function findFont(page: PDFPageProxy, name: string): { vertical?: boolean; fontMatrix?: readonly number[] } {
  try {
    return page.commonObjs.get(name) as { vertical?: boolean; fontMatrix?: readonly number[] };
  } catch {
    return {};
  }
}

/** The direction of most characters. */
function mainDirection(glyphs: readonly Glyph[]): 0 | 1 | 2 | 3 {
  const counts = [0, 0, 0, 0];
  for (const { direction } of glyphs)
    if (direction !== null) counts[direction] = (counts[direction] ?? 0) + 1;
  return counts.indexOf(Math.max(...counts)) as 0 | 1 | 2 | 3;
}

/**
 * Puts each word into the cell that holds its middle. A table inside another one's cell gets its words first.
 *
 * Spreadsheets draw all of a merged cell's text on each of its pages, and all of a text for which a cell is too low; what is outside
 * the cell is hidden. Such a word is the cell's, and not that of the cell that it is drawn over.
 */
function fillTables(
  ruled: readonly RuledTable[],
  words: readonly Word[],
): { tables: PageTable[]; outside: Word[] } {
  const filled = ruled.map((table): Filled => ({
    table,
    words: new Map(),
    top: table.ys[0] ?? 0,
    bottom: table.ys.at(-1) ?? 0,
  }));
  // A table inside another one's cell begins below that one's top edge, so that it is a later one of the page.
  const innermostFirst = filled.toReversed();
  const outside: Word[] = [];
  for (const word of words) {
    const { left, right, middle, hiddenBy: box } = word;
    const y = box ? (box.top + box.bottom) / 2 : middle;
    const found = innermostFirst
      .map(({ table, words: own }) => ({ own, table, cell: cellAt(table, (left + right) / 2, y) }))
      .find(({ cell }) => cell);
    if (box && !(found?.cell && holds(found.table, found.cell, box))) continue;
    if (found?.cell) addWord(found.own, found.cell, word);
    else outside.push(word);
  }
  const others = placeOverhang(filled, toLines(outside));
  const left = placeOverhang(filled, toLines(others).reverse());
  const tables = filled.map(({ table, words: own }) => ({
    ...table,
    cells: table.cells.map((cell) => ({ ...cell, lines: toLines(own.get(cell) ?? []) })),
  }));
  return { tables, outside: left };
}

function addWord(words: Map<RuledCell, Word[]>, cell: RuledCell, word: Word): void {
  const own = words.get(cell);
  if (own) own.push(word);
  else words.set(cell, [word]);
}

/** Puts words into cells without a closing line, if they are drawn below or above of them. @param lines From the table on. */
function placeOverhang(filled: readonly Filled[], lines: readonly Line[]): Word[] {
  return lines.flatMap((line) => {
    const text = formatLine(line);
    const isOfPage = PAGE_NUMBER.test(text) || isTitle(text) || isCaption(text);
    return isOfPage ? line.words : line.words.filter((word) => !addOverhang(filled, word));
  });
}

/** Whether a cell is as high as a part of the page, or higher. */
function holds({ ys }: RuledTable, cell: RuledCell, { top, bottom }: Box): boolean {
  return top > (ys[cell.top] ?? 0) - OVERLAP && bottom < (ys[cell.bottom] ?? 0) + OVERLAP;
}

function cellAt({ xs, ys, cells }: RuledTable, x: number, y: number): RuledCell | undefined {
  const column = xs.findIndex((edge, index) => x >= edge && x < (xs[index + 1] ?? -Infinity));
  const row = ys.findIndex((edge, index) => y >= edge && y < (ys[index + 1] ?? -Infinity));
  if (column < 0 || row < 0) return undefined;
  return cells.find(
    ({ left, right, top, bottom }) => left <= column && column < right && top <= row && row < bottom,
  );
}

function addOverhang(filled: readonly Filled[], word: Word): boolean {
  const x = (word.left + word.right) / 2;
  return filled.some((one) => {
    const { xs, ys } = one.table;
    const [first = 0, last = 0] = [ys[0], ys.at(-1)];
    const below = word.middle >= last && word.middle < one.bottom + OVERHANG;
    const above = word.middle < first && word.middle > one.top - OVERHANG;
    const cell = below || above ? cellAt(one.table, x, below ? last - 0.01 : first + 0.01) : undefined;
    const isOpen = below ? cell?.isOpenBelow : cell?.isOpenAbove;
    if (
      !cell ||
      !isOpen ||
      word.left <= (xs[cell.left] ?? 0) - OVERLAP ||
      word.right >= (xs[cell.right] ?? 0) + OVERLAP
    )
      return false;
    addWord(one.words, cell, word);
    one.top = Math.min(one.top, word.middle);
    one.bottom = Math.max(one.bottom, word.middle);
    return true;
  });
}
