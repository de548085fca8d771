import type { PlacedCell } from '../to-merges.ts';
import { SPRM, type Sprm } from './sprms.ts';

/** A row of a table as it is defined. */
export interface RowShape {
  /** Left edges of the cells, and the right edge of the last; twips. */
  edges: number[];
  /** Which cell each one only continues. Null: it is a cell of its own. */
  continues: PlacedCell['continues'][];
}

const MERGED = 0x0002;
const VERTICAL = 0x0020;
const RESTARTS = 0x0040;
const CELL_SIZE = 20;

/** The shape in the properties of a row's end ([MS-DOC] 2.9.322). Null: it has none. */
export function readRow(sprms: readonly Sprm[]): RowShape | null {
  const definition = sprms.findLast(({ code }) => code === SPRM.TDefTable)?.operand;
  const count = definition && definition.length > 0 ? definition.readUInt8(0) : 0;
  if (!definition || count === 0 || definition.length < 1 + 2 * (count + 1)) return null;
  const edges = Array.from({ length: count + 1 }, (_, index) => definition.readInt16LE(1 + 2 * index));
  const cells = 1 + 2 * (count + 1);
  const continues = Array.from({ length: count }, (_, index): PlacedCell['continues'] => {
    const at = cells + CELL_SIZE * index;
    const flags = at + 2 <= definition.length ? definition.readUInt16LE(at) : 0;
    if ((flags & MERGED) !== 0) return 'before';
    return (flags & VERTICAL) !== 0 && (flags & RESTARTS) === 0 ? 'above' : null;
  });
  for (const { code, operand } of sprms) {
    if (code !== SPRM.TVertMerge || operand.length < 2) continue;
    const index = operand.readUInt8(0);
    if (index < count) continues[index] = operand.readUInt8(1) === 1 ? 'above' : null;
  }
  return { edges, continues };
}
