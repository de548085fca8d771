import type { Cell, Row } from '../table/grid.ts';
import type { ColumnName } from './form-schema.ts';
import type { Form } from './form.ts';
import { readLabel } from './read-label.ts';

/** The columns of one side of an indicator table. Most have one side; where period and year stand side by side, two. */
export interface Side {
  at: Partial<Record<ColumnName, number>>;
  /** Columns without a field, by number, with their headers. */
  details: Map<number, string>;
  /** Columns that say how a figure is to be compared; they are details too. */
  directions: number[];
}

export interface Columns {
  /** Column of 一级指标, which both sides share. */
  category: number | undefined;
  sides: Side[];
}

/** Whether this row is the header of an indicator table. */
export function isIndicatorHeader(row: Row, form: Form): boolean {
  let hasName = false;
  let hasGroup = false;
  for (const { text } of row.cells) {
    if (text === '') continue;
    const name = form.columns.get(readLabel(text).key)?.name;
    if (name === 'name') hasName = true;
    else if (name === 'category' || name === 'subcategory') hasGroup = true;
    if (hasName && hasGroup) return true;
  }
  return false;
}

export function readColumns(header: Row, form: Form): Columns {
  let side = emptySide();
  const sides = [side];
  for (const [number, cell] of header.cells.entries()) {
    const { key } = readLabel(cell.text);
    const name = form.columns.get(key)?.name;
    /** The merged cell beside the indicators is left of their columns; further right the same word heads a column. */
    const isLeftmost = sides.length === 1 && Object.keys(side.at).length === 0;
    if (side.at.name !== undefined && (name === 'name' || name === 'subcategory')) {
      side = emptySide();
      sides.push(side);
    }
    if (name === 'direction') side.directions.push(number);
    if (name === 'direction' || name === 'unit') side.details.set(number, cell.text);
    else if (name && side.at[name] === undefined) side.at[name] = number;
    else if (cell.text !== '' && !(isLeftmost && form.indicators.has(key)))
      side.details.set(number, cell.text);
    if (name === 'unit') side.at.unit ??= number;
  }
  for (const [index, { at }] of sides.entries()) nameTarget(at, index, sides.length);
  return { category: sides[0]?.at.category, sides };
}

/** Columns that have a header. */
export function headedColumns({ sides }: Columns): Set<number> {
  return new Set(sides.flatMap(({ at, details }) => [...Object.values(at), ...details.keys()]));
}

/** The first filled cell that has no header above it. */
export function strayCell(cells: readonly Cell[], headed: ReadonlySet<number>): Cell | undefined {
  return cells.find((cell, index) => cell.text !== '' && !headed.has(index));
}

function emptySide(): Side {
  return { at: {}, details: new Map(), directions: [] };
}

/** A lone 指标值 is the year's; where two sides have one each, the left is the period's. */
function nameTarget(at: Side['at'], index: number, count: number): void {
  if (at.target === undefined) return;
  const name = count > 1 && index === 0 ? 'periodTarget' : 'annualTarget';
  at[name] ??= at.target;
}
