import type { Cell } from '../table/grid.ts';
import type { ColumnName } from './fields.ts';
import type { Form } from './form.ts';
import type { LabelledRow } from './labelled-grid.ts';
import { must } from './must.ts';

/** The columns of one side of an indicator table. Most have one side; where period and year are side by side, two. */
export interface Side {
  at: Partial<Record<ColumnName, number>>;
  /** Columns without a field, by number, with their headers. */
  details: Map<number, string>;
  /** Columns that hold the comparator of a figure; they are details too. */
  directions: number[];
}

export interface Columns {
  /** Column of 一级指标, which both sides share. */
  category: number | undefined;
  /** The left one first. */
  sides: readonly [Side, ...Side[]];
}

const TARGETS: ReadonlySet<ColumnName> = new Set(['target', 'annualTarget', 'periodTarget']);

/** Whether this row is the header of an indicator table. */
export function isIndicatorHeader(row: LabelledRow, form: Form): boolean {
  let hasName = false;
  let hasGroup = false;
  for (const cell of row.cells) {
    if (cell.text === '') continue;
    const name = form.columns.get(cell.key)?.name;
    if (name === 'name') hasName = true;
    else if (name === 'category' || name === 'subcategory') hasGroup = true;
    if (hasName && hasGroup) return true;
  }
  return false;
}

/** A second name with a target behind it begins another side; without one it is a detail, as a description is. */
export function readColumns(header: LabelledRow, form: Form): Columns {
  let side = emptySide();
  const sides: [Side, ...Side[]] = [side];
  for (const [number, cell] of header.cells.entries()) {
    const { key } = cell;
    const name = form.columns.get(key)?.name;
    // The merged cell next to the indicators is left of their columns; further right the same word is a header.
    const isLeftmost = sides.length === 1 && Object.keys(side.at).length === 0;
    const isNext = (name === 'name' || name === 'subcategory') && side.at.name !== undefined;
    if (isNext && hasTarget(header, form, number) && targetOf(side) !== undefined) {
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
  for (const [index, each] of sides.entries()) nameTarget(each, header, index, sides.length);
  return { category: sides[0].at.category, sides };
}

/** Columns that have a header. */
export function headedColumns({ sides }: Columns): Set<number> {
  return new Set(sides.flatMap(({ at, details }) => [...Object.values(at), ...details.keys()]));
}

/** The first filled cell that has no header above it. */
export function strayCell<C extends Cell>(cells: readonly C[], headed: ReadonlySet<number>): C | undefined {
  return cells.find((cell, index) => cell.text !== '' && !headed.has(index));
}

function targetOf({ at }: Side): number | undefined {
  return at.target ?? at.annualTarget ?? at.periodTarget;
}

/** Whether a target's header is right of a column. */
function hasTarget({ cells }: LabelledRow, form: Form, column: number): boolean {
  const isTarget = (name: ColumnName | undefined) => name !== undefined && TARGETS.has(name);
  return cells.slice(column + 1).some(({ key }) => isTarget(form.columns.get(key)?.name));
}

function emptySide(): Side {
  return { at: {}, details: new Map(), directions: [] };
}

/**
 * A lone 指标值 is the year's; where two sides have one each, the left is the period's. Where there is such a column already, it is
 * a detail.
 */
function nameTarget({ at, details }: Side, header: LabelledRow, index: number, count: number): void {
  const { target } = at;
  if (target === undefined) return;
  const name = count > 1 && index === 0 ? 'periodTarget' : 'annualTarget';
  at[name] ??= target;
  if (at[name] === target) return;
  delete at.target;
  details.set(target, must(header.cells[target]).text);
}
