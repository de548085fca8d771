/** Texts that a page or a merged cell cuts in two, joined in the rows where they begin. */
import { means, type Words } from './words.ts';

/** A page or a merged cell cuts a word in two: 效益指, and 标 below it. Neither is a word alone. */
export function joinCut(rows: string[][], column: number, kind: string, words: Words): void {
  let above: string[] | undefined;
  for (const row of rows) {
    const [before = '', text = ''] = [above?.[column], row[column]];
    if (text === '') continue;
    const isCut =
      means(words, before + text, kind) && !means(words, before, kind) && !means(words, text, kind);
    if (above && isCut) [above[column], row[column]] = [before + text, ''];
    else above = row;
  }
}

/** A page cuts a target in two: its rest is alone in the next row, but for the columns of the project. It is no category. */
export function joinRests(
  rows: string[][],
  targets: readonly (number | undefined)[],
  isOfRow: (column: number) => boolean,
  words: Words,
): void {
  let above: string[] | undefined;
  for (const row of rows) {
    const [column = -1, ...others] = row.flatMap((cell, index) =>
      cell !== '' && isOfRow(index) ? [index] : [],
    );
    const [before, text] = [above?.[column] ?? '', row[column] ?? ''];
    const isRest = others.length === 0 && targets.includes(column);
    if (above && before !== '' && isRest && !means(words, text, 'is category', 'is subcategory'))
      [above[column], row[column]] = [before + text, ''];
    else above = row;
  }
}
