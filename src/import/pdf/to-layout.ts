import type { DrawnPlace, PageLayout } from '../imported.ts';
import type { Page } from './read-page.ts';
import { textOf } from './to-part.ts';

/** Where a page draws the cells of its tables. */
export function toLayout({ number, frame, tables }: Page): PageLayout {
  const cells = tables.flatMap(({ xs, ys, cells: ruled }, index) =>
    ruled.flatMap((cell): DrawnPlace[] => {
      const text = textOf(cell, xs);
      const [left, right] = [xs[cell.left] ?? 0, xs[cell.right] ?? 0];
      const [top, bottom] = [ys[cell.top] ?? 0, ys[cell.bottom] ?? 0];
      return text === '' ? [] : [{ table: index + 1, row: cell.top + 1, text, left, top, right, bottom }];
    }),
  );
  return { number, ...frame, cells };
}
