/**
 * In: the rows of a project, and its published indicators, each with the line of its row.
 * Out: what of a row is not published under the header of its column; the cells that belong to the project as a whole.
 */
import { isShownAs } from './is-shown-as.ts';
import type { Comparison, Detail, RecordedIndicator } from './record.ts';
import type { SourceRow } from './source-tables.ts';
import { bareWord, means, plainWord, type Words } from './words.ts';

const COLUMNS = ['category', 'subcategory', 'name', 'periodTarget', 'annualTarget', 'target'] as const;
type Column = (typeof COLUMNS)[number];

/** The columns from one 三级指标 to the next; nearly all headers have one such side. */
interface Side {
  at: Partial<Record<Column, number>>;
  /** Columns without a field, with their headers. */
  details: Map<number, string>;
}

/** A cell under a header that no indicator has. */
export interface ColumnCell {
  label: string;
  text: string;
  column: number;
  row: SourceRow;
}

/** Compares the rows under one header; merged cells are carried from row to row. */
export function compareIndicators(header: SourceRow, words: Words, comparison: Comparison) {
  const sides = readSides(header, words);
  const merged = sides.map(() => ({ category: '', subcategory: '' }));
  return (row: SourceRow, indicators: readonly RecordedIndicator[]): ColumnCell[] => {
    const lose = (text: string) => comparison.losses.push(`${row.line}:${columnOf(row, text)} 指标“${text}”`);
    const cells = straighten(row.cells, sides, words);
    const category = cells[sides[0].at.category ?? -1] ?? '';
    const claimed = new Set<number>();
    const parts = sides.flatMap((side, number) => {
      const cell = (column: Column) => cells[side.at[column] ?? -1] ?? '';
      const above = merged[number] ?? { category: '', subcategory: '' };
      const subcategory = cell('subcategory') || (category === '' ? above.subcategory : '');
      merged[number] = { category: category || above.category, subcategory };
      return cell('name') === '' ? [] : [{ side, cell, subcategory }];
    });
    const isJoined =
      indicators.length === 1 && parts.length === 2 && isSame(parts.map(({ cell }) => cell('name')));
    if (parts.length !== indicators.length && !isJoined)
      comparison.losses.push(`${row.line} 行 ${parts.length} 项指标，发布的是 ${indicators.length} 项`);
    const details = new Map(indicators.map((indicator) => [indicator, [...indicator.details]]));
    for (const [index, { side, cell, subcategory }] of parts.entries()) {
      const indicator = indicators[isJoined ? 0 : index];
      if (!indicator) continue;
      const left = details.get(indicator) ?? [];
      // `产出指标(50分)` is published as 产出指标, and as it was written among the details.
      const isGroup = (text: string, shown: string, kind: string, label: string) =>
        means(words, text, kind)
          ? shown === bareWord(text) && (!plainWord(text).endsWith(')') || takeDetail(left, text, label))
          : isShownAs(text, shown);
      const group = merged[0]?.category ?? '';
      if (index > 0 && isJoined) {
        if (!isSame([subcategory, indicator.subcategory].map(bareWord))) lose(subcategory);
      } else {
        if (!isGroup(group, indicator.category, 'is category', '一级指标')) lose(group);
        if (!isGroup(subcategory, indicator.subcategory, 'is subcategory', '二级指标')) lose(subcategory);
      }
      if (!isShownAs(cell('name'), indicator.name) && index === 0) lose(cell('name'));
      for (const column of ['periodTarget', 'annualTarget'] as const) {
        // A joined row has a target from whichever side has one.
        const text = isJoined ? cell(column) || (indicator[column]?.text ?? '') : cell(column);
        if (!isShownAs(text, indicator[column]?.text ?? '')) lose(text || (indicator[column]?.text ?? ''));
      }
      for (const [column, label] of side.details) {
        const text = cells[column] ?? '';
        if (text !== '' && takeDetail(left, text, label)) claimed.add(column);
      }
      for (const column of Object.values(side.at)) claimed.add(column);
    }
    for (const column of [sides[0].at.category, ...sides.map(({ at }) => at.subcategory)])
      claimed.add(column ?? -1);
    for (const { label, value } of [...details.values()].flat())
      comparison.losses.push(`${row.line} 行 原文没有“${label}”的“${value}”`);
    return cells.flatMap((text, column) =>
      text === '' || claimed.has(column) ? [] : [{ label: header.cells[column] ?? '', text, column, row }],
    );
  };
}

export function isHeader({ cells }: SourceRow, words: Words): boolean {
  const has = (...columns: string[]) => cells.some((cell) => means(words, cell, ...columns));
  return has('column name') && has('column category', 'column subcategory');
}

/** A second 三级指标 begins a second side, of the year's targets. A lone 指标值 is the year's; of two, the left is the period's. */
function readSides(header: SourceRow, words: Words): [Side, ...Side[]] {
  let side: Side = { at: {}, details: new Map() };
  const sides: [Side, ...Side[]] = [side];
  for (const [number, cell] of header.cells.entries()) {
    const column = COLUMNS.find((name) => means(words, cell, `column ${name}`));
    if (side.at.name !== undefined && (column === 'name' || column === 'subcategory')) {
      side = { at: {}, details: new Map() };
      sides.push(side);
    }
    const isSection =
      sides.length === 1 && Object.keys(side.at).length === 0 && means(words, cell, 'section');
    if (column !== undefined && side.at[column] === undefined) side.at[column] = number;
    else if (cell !== '' && !isSection) side.details.set(number, cell);
  }
  for (const [number, { at }] of sides.entries()) {
    const { target } = at;
    delete at.target;
    const column = sides.length > 1 && number === 0 ? 'periodTarget' : 'annualTarget';
    if (target !== undefined && at[column] === undefined) at[column] = target;
  }
  return sides;
}

/** The row moved sideways until its category, or else its subcategory, is in its column and each cell under a header. */
function straighten(
  cells: readonly string[],
  [side, ...others]: readonly [Side, ...Side[]],
  words: Words,
): readonly string[] {
  const headed = new Set(
    [side, ...others].flatMap(({ at, details }) => [...Object.values(at), ...details.keys()]),
  );
  const fits = (moved: number) => cells.every((cell, column) => cell === '' || headed.has(column + moved));
  const slipOf = (column: 'category' | 'subcategory') => {
    const place = cells.findIndex((cell) => means(words, cell, `is ${column}`));
    const home = side.at[column];
    return place < 0 || home === undefined ? undefined : home - place;
  };
  const byCategory = slipOf('category');
  const by = byCategory ?? slipOf('subcategory') ?? 0;
  if (by === 0 || (byCategory !== undefined && fits(0)) || !fits(by)) return cells;
  return by > 0 ? [...Array.from({ length: by }, () => ''), ...cells] : cells.slice(-by);
}

/** Takes the first of the details that are left: they are published in the order of the cells. */
function takeDetail(details: Detail[], text: string, header: string): boolean {
  const [first] = details;
  if (!first || !isShownAs(text, first.value) || !isShownAs(header, first.label)) return false;
  details.shift();
  return true;
}

function isSame(texts: readonly string[]): boolean {
  return new Set(texts.map(plainWord)).size === 1;
}

/** The number of the cell that holds a text, from 1: its column in the spreadsheet. */
function columnOf({ cells }: SourceRow, text: string): string {
  const column = cells.indexOf(text) + 1;
  return column > 0 ? `${column} 格` : '';
}
