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

/**
 * The lines right above a table that belong to it, from the top: one name, years, units and fields. A name at the foot of the page
 * before is that of a table with nothing above it.
 */
export function linesAbove(part: Part, before: Page | undefined, repeated: ReadonlySet<string>): string[] {
  const { page, table, ordinal, texts } = part;
  const top = table.ys[0] ?? 0;
  const start = Math.max(0, ...page.tables.slice(0, ordinal - 1).map(({ ys }) => ys.at(-1) ?? 0));
  const lines = page.lines.filter(({ middle }) => middle > start && middle < top);
  const [firstRow] = texts.map(filled).filter((row) => row.length > 0);
  const hasOwnName = firstRow?.length === 1 && isTitle(firstRow[0] ?? '');
  const above = readAbove(lines, hasOwnName, repeated);
  const isAlone = ordinal === 1 && lines.every((line) => isFurniture(formatLine(line), repeated));
  if (above.length > 0 || !isAlone || before?.number !== page.number - 1) return above;
  const end = before.tables.at(-1)?.ys.at(-1) ?? 0;
  const foot = before.lines.filter(({ middle }) => middle > end);
  const name = readAbove(foot, hasOwnName, repeated);
  return name.some(isTitle) ? name : [];
}

function readAbove(lines: readonly Line[], hasOwnName: boolean, repeated: ReadonlySet<string>): string[] {
  const upwards = lines.toReversed();
  let name: string | undefined;
  const below: string[] = [];
  let above: string[] = [];
  for (const [index, line] of upwards.entries()) {
    const text = formatLine(line);
    const title = joinName(upwards.slice(index));
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

/** The text of the first line, with those above it that are one name with it. */
function joinName(upwards: readonly Line[]): string {
  const end = upwards.findIndex((line, index) => {
    const upper = upwards[index + 1];
    return !upper || !isOneName(upper, line);
  });
  return upwards
    .slice(0, end + 1)
    .toReversed()
    .map(formatLine)
    .join('');
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
