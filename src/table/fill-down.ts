import type { Cell, Row } from './grid.ts';

/**
 * The texts of merged columns: a blank cell takes the text above it, as long as no column to its left has changed.
 *
 *     产出指标 数量指标        产出指标 数量指标
 *              质量指标   →    产出指标 质量指标
 *     效益指标                 效益指标 (blank)
 *
 * @param columns Cell numbers, outermost merge first.
 * @returns One array of cells a row, in the order of `columns`. A filled cell is the one above, with its position.
 */
export function fillDown<C extends Cell>(
  rows: readonly Row<C>[],
  columns: readonly number[],
): (C | undefined)[][] {
  let above: (C | undefined)[] = [];
  return rows.map((row) => {
    let changed = false;
    above = columns.map((column, index) => {
      const cell = row.cells[column];
      if (cell !== undefined && cell.text !== '') {
        changed = true;
        return cell;
      }
      return changed ? undefined : above[index];
    });
    return above;
  });
}
