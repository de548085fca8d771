import { isCaption, isTitle } from '../../table/caption.ts';
import { toPlain } from '../../table/to-plain.ts';
import { formatLine, type Line } from './join-lines.ts';
import type { Page } from './read-page.ts';
import { filled, type Part } from './to-part.ts';

/** Distance of two lines of one name, by size. */
const NAME_LINES = 2.2;
/** Line above a table that says one thing: 部门名称：青溪县水务局. */
const FIELD = /^[^:：。；]{2,10}[:：][^。；]{1,40}$/u;
const PAGE_NUMBER = /^[-—–\s\d第页共/]*$/;
/** The beginning of a name: 407003_南屏市照明所_. */
const CODE = /^\d+_.*_$/;
/** The number of a table in front of its name: 表14, 附件2. */
const NUMBER_OF_TABLE = /^(?:附?表|附件)[\d一二三四五六七八九十-]*$/;

/** The lines right above a table that belong to it, from the top: one name, years, units and fields. */
export function linesAbove({ page, table, ordinal, texts }: Part, repeated: ReadonlySet<string>): string[] {
  const top = table.ys[0] ?? 0;
  const start = Math.max(0, ...page.tables.slice(0, ordinal - 1).map(({ ys }) => ys.at(-1) ?? 0));
  const lines = page.lines.filter(({ middle }) => middle > start && middle < top).reverse();
  const [firstRow] = texts.map(filled).filter((row) => row.length > 0);
  const hasOwnName = firstRow?.length === 1 && isTitle(firstRow[0] ?? '');
  let name: string | undefined;
  const below: string[] = [];
  let above: string[] = [];
  for (const [index, line] of lines.entries()) {
    const text = formatLine(line);
    const upper = lines[index + 1];
    const title = upper && isOneName(upper, line) ? `${formatLine(upper)}${text}` : text;
    if (isTitle(title)) {
      if (hasOwnName || (name !== undefined && title !== name)) break;
      // Some programs draw the name once more, above the year.
      if (name !== undefined) below.unshift(...above);
      name = title;
      above = [];
    } else if (isCaption(text) || FIELD.test(text)) (name === undefined ? below : above).unshift(text);
    else if (!isFurniture(text, repeated) && !isSmall(text)) break;
  }
  return name === undefined ? below : [name, ...below];
}

/** Whether two lines are one name that did not fit into one: of one size, near, above each other, the upper one as wide or wider. */
function isOneName(upper: Line, lower: Line): boolean {
  const isNear =
    lower.middle - upper.middle < lower.size * NAME_LINES && lower.middle > upper.middle + lower.size / 2;
  const isSameSize = Math.abs(upper.size - lower.size) < 1;
  const text = formatLine(upper);
  return (
    isNear &&
    isSameSize &&
    Math.abs(upper.left + upper.right - lower.left - lower.right) < lower.size * 3 &&
    (upper.right - upper.left >= lower.right - lower.left || CODE.test(text)) &&
    !isTitle(text) &&
    !isCaption(text) &&
    !FIELD.test(text) &&
    !/[。；：:]$/.test(text) &&
    !NUMBER_OF_TABLE.test(toPlain(text))
  );
}

/** Lines that the pages have in common: what is printed at the top or bottom of each, without its figures. */
export function repeatedLines(pages: readonly Page[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { lines } of pages)
    for (const text of new Set(lines.map(toKey))) counts.set(text, (counts.get(text) ?? 0) + 1);
  return new Set(
    [...counts].filter(([, count]) => count > 2 && count > pages.length / 2).map(([text]) => text),
  );
}

/** A line and its place on the page. */
export function toKey(line: Line): string {
  return `${Math.round(line.middle / 10)} ${formatLine(line).replaceAll(/\d+/g, '#')}`;
}

export function isFurniture(text: string, repeated: ReadonlySet<string>): boolean {
  return (
    PAGE_NUMBER.test(text) || [...repeated].some((key) => key.endsWith(` ${text.replaceAll(/\d+/g, '#')}`))
  );
}

export function isSmall(text: string): boolean {
  return isCaption(text) || NUMBER_OF_TABLE.test(toPlain(text));
}
