/**
 * The index of the quote that closes the cell opened by the quote at `open`, or -1 where the cell is not quoted.
 *
 * In a quoted cell `""` is a quote. The first quote that is not one of two must end the cell, so stand before a tab or the
 * end of a line; else the quotes are part of the text, as in `"十四五"规划⇥`. A row has two cells or more, so a quoted cell
 * that has none before it must have one after it.
 *
 * Linear in a document, though each call looks as far ahead as it must. Think of runs of quotes: a call passes over even runs
 * and ends in the first odd one. A call that starts at an even run ends in that run. So no two calls pass over the same text.
 *
 * @param isAfterDivider Whether the cell has a tab before it in its row.
 */
export function findClosingQuote(text: string, open: number, isAfterDivider: boolean): number {
  if (text[open] !== '"') return -1;
  let quote = text.indexOf('"', open + 1);
  while (quote !== -1 && text[quote + 1] === '"') quote = text.indexOf('"', quote + 2);
  if (quote === -1) return -1;
  const next = text[quote + 1];
  const closes = next === '\t' || (isAfterDivider && (next === undefined || next === '\n' || next === '\r'));
  return closes ? quote : -1;
}
