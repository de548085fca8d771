import type { Cell, Grid, Position, Row } from '../table/grid.ts';
import { readLabel, type Label } from './read-label.ts';

/** A cell, and its text read as a label. */
export class LabelledCell implements Cell {
  readonly text: string;
  readonly line: number;
  readonly column: number;
  #label: Label | undefined;

  constructor(text: string, { line, column }: Position) {
    this.text = text;
    this.line = line;
    this.column = column;
  }

  /** Read once, when first used. */
  get label(): Label {
    return (this.#label ??= readLabel(this.text));
  }

  /** The key of its label; empty where the text is too long for a label. */
  get key(): string {
    return this.label.key;
  }
}

export type LabelledRow = Row<LabelledCell>;
export type LabelledGrid = Grid<LabelledCell>;

/** The same grid with cells that are labels too. Every stage of this room takes it. */
export function labelGrid(grid: Grid): LabelledGrid {
  return {
    ...grid,
    title: grid.title && labelCell(grid.title),
    above: grid.above.map((cell) => labelCell(cell)),
    rows: grid.rows.map(({ line, cells }) => ({ line, cells: cells.map((cell) => labelCell(cell)) })),
  };
}

function labelCell(cell: Cell): LabelledCell {
  return new LabelledCell(cell.text, cell);
}
