import type { LabelledCell } from './labelled-grid.ts';

/** The first cell of each label. */
export function distinctLabels(cells: readonly LabelledCell[]): LabelledCell[] {
  const seen = new Set<string>();
  return cells.filter(({ key }) => {
    const isFirst = !seen.has(key);
    seen.add(key);
    return isFirst;
  });
}
