/**
 * In: the rows of a project, and its published indicators, each with the line of its row.
 * Out: what of a row is not published under the header of its column; the cells that belong to the project as a whole.
 */
import { hasFigures } from './is-figure.ts';
import { isShownAs } from './is-shown-as.ts';
import { joinCut, joinRests } from './join-cells.ts';
import type { Comparison, Detail, RecordedIndicator } from './record.ts';
import type { SourceRow } from './source-tables.ts';
import { bareWord, isLabel, isOfCategory, isPlaceholder, means, plainWord, type Words } from './words.ts';

const COLUMNS = ['category', 'subcategory', 'name', 'periodTarget', 'annualTarget', 'target'] as const;
type Column = (typeof COLUMNS)[number];
const OF_INDICATOR = ['column category', 'column subcategory', 'column name'];
/** The meanings of columns that hold what is said of a project. */
const OF_PROJECT = [
  'periodGoal',
  'annualGoal',
  'name',
  'type',
  'level',
  'department',
  'spendingUnit',
  'budget',
  'total',
  'funding',
  'period',
  'start',
  'end',
];

/** The columns from one 三级指标 to the next; nearly all headers have one such side. */
interface Side {
  at: Partial<Record<Column, number>>;
  /** Columns without a field, with their headers. */
  details: Map<number, string>;
}

/** What a row says of one indicator. */
interface Part {
  sides: Side[];
  subcategory: string;
  name: string;
}

/** A cell under a header that no indicator has. */
export interface ColumnCell {
  label: string;
  text: string;
  column: number;
  row: SourceRow;
}

/** A row under a header. */
export interface IndicatorRow {
  row: SourceRow;
  indicators: readonly RecordedIndicator[];
  /** Whether a notice on a row without an indicator names a text of it. */
  isNamed: (text: string) => boolean;
}

/** The number of a page: 3, -3-, 第3页共9页, 3/9. */
const PAGE = /^(?:[-—–]*\d{1,3}[-—–]*|第\d{1,3}页(?:[,，]?共\d{1,3}页)?|\d{1,3}\/\d{1,3})$/;

/** Compares the rows under one header; merged cells are carried from row to row. */
export function compareIndicators(
  header: SourceRow,
  rows: readonly IndicatorRow[],
  words: Words,
  isLedger: boolean,
  { losses }: Comparison,
): ColumnCell[] {
  const sides = readSides(header, words, isLedger);
  const main = sides[0].at.category ?? -1;
  const leftmost = Math.min(...sides.flatMap(({ at }) => Object.values(at)));
  const isOfRow = (column: number) =>
    column >= leftmost && !means(words, header.cells[column] ?? '', ...OF_PROJECT);
  const headed = new Set(sides.flatMap(({ at, details }) => [...Object.values(at), ...details.keys()]));
  const sections = readSections(rows, Math.min(...headed), words);
  // What a ledger says of the project stays where it is when the row is moved.
  const fixed = new Set(isLedger ? [...headed].filter((column) => !isOfRow(column)) : []);
  const straight = rows.map(({ row, isNamed }) => {
    if (row.cells.every((cell) => cell === '' || (isNamed(cell) && PAGE.test(plainWord(cell)))))
      return row.cells.map(() => '');
    const away = new Set(sections.flatMap((cell) => (cell.row === row ? [cell.column] : [])));
    const own = row.cells.map((cell, column) => (away.has(column) || fixed.has(column) ? '' : cell));
    const moved = straighten(own, sides[0], headed.difference(fixed), words);
    const width = Math.max(moved.length, row.cells.length);
    return Array.from(
      { length: width },
      (_, column) => (fixed.has(column) ? row.cells : moved)[column] ?? '',
    );
  });
  joinCut(straight, main, 'is category', words);
  for (const { at } of sides) joinCut(straight, at.subcategory ?? -1, 'is subcategory', words);
  const targets = sides.flatMap(({ at }) => [at.periodTarget, at.annualTarget]);
  joinRests(straight, targets, isOfRow, words);
  const subcategories = sides.map(() => '');
  let category = '';
  const others = rows.flatMap(({ row, indicators, isNamed }, place) => {
    const cells = straight[place] ?? [];
    const isUnfilled = cells.every(isPlaceholder);
    const at = (column = -1) => (isUnfilled ? '' : (cells[column] ?? ''));
    const claimed = new Set(sides.flatMap(({ at: { name: _, ...others } }) => Object.values(others)));
    // A category that is said again leaves the cell right of it merged.
    const isNew = at(main) !== '' && at(main) !== category;
    category = at(main) || category;
    const parts = sides.flatMap((side, number): Part[] => {
      const above = isNew ? '' : (subcategories[number] ?? '');
      const subcategory = (subcategories[number] = at(side.at.subcategory) || above);
      const name = at(side.at.name);
      return name === '' || isTemplate(cells, side, sides.length)
        ? []
        : [{ sides: [side], subcategory, name }];
    });
    const isBlank =
      indicators.length === 0 && cells.every((cell) => cell === '' || isNamed(cell) || isLabel(words, cell));
    const groups = isBlank ? [] : joinParts(parts);
    if (indicators.length === 0) claimed.clear();
    for (const [column, cell] of cells.entries()) if (isNamed(cell)) claimed.add(column);
    if (groups.length !== indicators.length)
      losses.push(`${row.line} 行 ${groups.length} 项指标，发布的是 ${indicators.length} 项`);
    const categories = [category];
    // A category can be in any row of its merged cell; a subcategory that can't be of the one above is of the next, or of none.
    if (at(main) === '' && !(category && isOfCategory(subcategories[0] ?? '', category))) {
      const next = straight.slice(place).find((each) => each[main] && !each.every(isPlaceholder))?.[main];
      categories.push(next && isOfCategory(subcategories[0] ?? '', next) ? next : '');
    }
    for (const [index, { sides: ofGroup, subcategory, name }] of groups.entries()) {
      const indicator = indicators[index];
      if (!indicator) continue;
      const left = [...indicator.details];
      const lose = (text: string) => losses.push(`${row.line} 行 ${placeOf(row, text)}指标“${text}”`);
      // `产出指标(50分)` is published as 产出指标, and as it was written among the details.
      const isGroup = (text: string, shown: string, kind: string, label: string) =>
        means(words, text, kind)
          ? shown === bareWord(text) && (!plainWord(text).endsWith(')') || takeDetail(left, text, label))
          : isShownAs(text, shown);
      if (!categories.some((text) => isGroup(text, indicator.category, 'is category', '一级指标')))
        lose(category);
      if (!isGroup(subcategory, indicator.subcategory, 'is subcategory', '二级指标')) lose(subcategory);
      if (!isShownAs(name, indicator.name)) lose(name);
      for (const column of ['periodTarget', 'annualTarget'] as const) {
        const text = ofGroup.map((side) => at(side.at[column])).join('');
        const shown = indicator[column]?.text ?? '';
        if (!isShownAs(text, shown) || !hasFigures(indicator[column], indicator.details.length > 0))
          lose(text || shown);
      }
      for (const side of ofGroup) {
        claimed.add(side.at.name ?? -1);
        for (const [column, label] of side.details)
          if (at(column) !== '' && takeDetail(left, at(column), label)) claimed.add(column);
      }
      for (const { label, value } of left) losses.push(`${row.line} 行 原文没有“${label}”的“${value}”`);
    }
    return cells.flatMap((text, column) => {
      const label = isBody(header, column, words, isLedger) ? '用款单位' : (header.cells[column] ?? '');
      return text === '' || claimed.has(column) ? [] : [{ label, text, column, row }];
    });
  });
  return [...sections, ...others];
}

/** 绩效指标 left of the columns, once, on every row, or in pieces: it belongs to no row. */
function readSections(rows: readonly IndicatorRow[], first: number, words: Words): ColumnCell[] {
  const cells = rows.flatMap(({ row }) =>
    row.cells
      .slice(0, first)
      .flatMap((text, column) => (text === '' ? [] : [{ label: '', text, column, row }])),
  );
  const isWhole = (column: number) => {
    const pieces = cells.filter((cell) => cell.column === column);
    return means(words, pieces.map(({ text }) => text).join(''), 'section');
  };
  return cells.filter(({ text, column }) => means(words, text, 'section') || isWhole(column));
}

/** A row of a form with two sides, of which one stayed blank: `/`, `—`, and nothing more for its target. */
function isTemplate(cells: readonly string[], { at }: Side, count: number): boolean {
  const texts = [at.name, at.periodTarget, at.annualTarget].map((column) => cells[column ?? -1] ?? '');
  return count > 1 && texts.every(isPlaceholder);
}

/** 单位 left of the indicators of a ledger is the project's. */
function isBody(header: SourceRow, column: number, words: Words, isLedger: boolean): boolean {
  const first = header.cells.findIndex((cell) => means(words, cell, ...OF_INDICATOR));
  return isLedger && column < first && plainWord(header.cells[column] ?? '') === '单位';
}

/** Two sides with the same names, and targets of different columns, are one indicator. */
function joinParts(parts: readonly Part[]): readonly Part[] {
  const columns = parts.flatMap(({ sides }) =>
    sides.flatMap(({ at }) => Object.keys(at).filter((column) => column.endsWith('Target'))),
  );
  const names = new Set(
    parts.map(({ name, subcategory }) => plainWord(name) + '\n' + plainWord(subcategory)),
  );
  const [first] = parts;
  if (!first || parts.length !== 2 || names.size > 1 || new Set(columns).size < columns.length) return parts;
  return [{ ...first, sides: parts.flatMap(({ sides }) => sides) }];
}

/**
 * A second 三级指标 with a target before and one behind it begins a second side, of the year's targets. A lone 指标值 is the year's; of
 * two, the left is the period's.
 */
function readSides(header: SourceRow, words: Words, isLedger: boolean): [Side, ...Side[]] {
  let side: Side = { at: {}, details: new Map() };
  const sides: [Side, ...Side[]] = [side];
  const columnOf = (cell: string) => COLUMNS.find((name) => means(words, cell, `column ${name}`));
  for (const [number, cell] of header.cells.entries()) {
    const column = columnOf(cell);
    const isNext = side.at.name !== undefined && (column === 'name' || column === 'subcategory');
    const hasTargets = [Object.keys(side.at), header.cells.slice(number + 1).map(columnOf)].every((columns) =>
      columns.some((name) => name !== undefined && /target$/i.test(name)),
    );
    if (isNext && hasTargets) {
      side = { at: {}, details: new Map() };
      sides.push(side);
    }
    const isSection =
      sides.length === 1 && Object.keys(side.at).length === 0 && means(words, cell, 'section');
    if (column !== undefined && side.at[column] === undefined) side.at[column] = number;
    else if (cell !== '' && !isSection && !isBody(header, number, words, isLedger))
      side.details.set(number, cell);
  }
  for (const [number, { at, details }] of sides.entries()) {
    const { target } = at;
    delete at.target;
    const column = sides.length > 1 && number === 0 ? 'periodTarget' : 'annualTarget';
    if (target !== undefined && at[column] === undefined) at[column] = target;
    else if (target !== undefined) details.set(target, header.cells[target] ?? '');
  }
  return sides;
}

/** The row moved sideways until its category, or else its subcategory, is in its column and each cell under a header. */
function straighten(
  cells: readonly string[],
  side: Side,
  /** Columns that have a header. */
  headed: ReadonlySet<number>,
  words: Words,
): readonly string[] {
  const fits = (moved: number) => cells.every((cell, column) => cell === '' || headed.has(column + moved));
  const slipOf = (column: 'category' | 'subcategory') => {
    const isWord = (cell = '') => means(words, cell, `is ${column}`);
    const home = side.at[column];
    const place = home !== undefined && isWord(cells[home]) ? home : cells.findIndex(isWord);
    return place < 0 || home === undefined ? undefined : home - place;
  };
  const isSub = (column = -1) => means(words, cells[column] ?? '', 'is subcategory');
  const { category = -1, subcategory, name = -1 } = side.at;
  const isInPlace = !cells[category] && isSub(subcategory) && Boolean(cells[name]) && !isSub(name);
  const byCategory = isInPlace ? undefined : slipOf('category');
  const by = byCategory ?? (isNamedSo(cells, side, headed) && isSub(name) ? 0 : slipOf('subcategory')) ?? 0;
  // The cell right of a category is its subcategory; without one, 满意度指标 can be a name.
  const isPair = isSub((side.at.category ?? 0) - by + 1);
  if (by === 0 || (byCategory !== undefined && !isPair && fits(0)) || !fits(by)) return cells;
  return by > 0 ? [...Array.from({ length: by }, () => ''), ...cells] : cells.slice(-by);
}

/**
 * Whether a row in which a name could be a subcategory is in place: its target is a figure, or the last cell; or the name does not
 * end in 指标, and no sign is behind its target.
 */
function isNamedSo(cells: readonly string[], { at }: Side, headed: ReadonlySet<number>): boolean {
  const column = [at.annualTarget, at.periodTarget].find((each = -1) => cells[each]) ?? -1;
  const next = cells.slice(column + 1).find((cell) => cell !== '');
  const isFigure = /^[≥≤<>=]?\d/.test(plainWord(cells[column] ?? ''));
  const isName =
    !bareWord(cells[at.name ?? -1] ?? '').endsWith('指标') && !/^[≥≤<>=]/.test(plainWord(next ?? ''));
  return (
    column >= 0 &&
    (next === undefined || isFigure || isName) &&
    cells.every((cell, index) => cell === '' || headed.has(index))
  );
}

/** Takes the first of the details that are left: they are published in the order of the cells. */
function takeDetail(details: Detail[], text: string, header: string): boolean {
  const [first] = details;
  if (!first || !isShownAs(text, first.value) || !isShownAs(header, first.label)) return false;
  details.shift();
  return true;
}

/** `第 4 格`: the column in the spreadsheet of the cell that holds a text. */
function placeOf({ cells }: SourceRow, text: string): string {
  const column = cells.indexOf(text) + 1;
  return column > 0 ? `第 ${column} 格` : '';
}
