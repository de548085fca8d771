import { markdownTable } from '../markdown-table.ts';
import { formatFigure, formatRange } from './figures.ts';
import type { Measured } from './measured.ts';

/** How long `npm run dev` lets staff wait; nothing where it was not asked for. */
export function describeEdits(results: readonly Measured[]): string[] {
  const rows = results.flatMap(({ size, edit }) =>
    edit ? [[size, formatFigure(edit.start), formatRange(edit.edits)]] : [],
  );
  if (rows.length === 0) return [];
  return [
    [
      '## An edit of one cell in `npm run dev`',
      'After a build, whose readings of the sources are taken over. The page is asked for every 50 ms until it shows the edit; edits come six seconds apart.',
      markdownTable(['projects', 'until the first page s', 'until the page shows an edit s'], rows),
    ].join('\n\n'),
  ];
}
