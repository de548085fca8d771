import { withoutZeroWidth } from '../table/without-zero-width.ts';

/** A cell's text: lines without blank ones, spaces collapsed, characters without width left out. */
export function toCellText(text: string): string {
  return text
    .split('\n')
    .map((line) =>
      withoutZeroWidth(line)
        .replaceAll(/[\t\r ]+/g, ' ')
        .trim(),
    )
    .filter((line) => line !== '')
    .join('\n');
}
