/**
 * In: the text of a source.
 * Out: whether it was imported, and what its page calls the places of its lines.
 */
import { endOfFrontMatter, readFrontMatter } from './front-matter.ts';
import { readSourceTables } from './source-tables.ts';

/** `原件第 37 页` by line; `原件“预算.pdf”第 37 页` where there are several. Lines whose place is not known are `原件`. */
export type Origins = (line: number) => string;

/** Null: the source was pasted; its lines are called `第 12 行`. */
export function readOrigins(lines: readonly string[]): Origins | null {
  const { originals, tables = [] } = readFrontMatter(lines);
  if (originals === undefined) return null;
  const written = readSourceTables(lines);
  const places = new Map<number, string>();
  let before = endOfFrontMatter(lines);
  for (const [index, rows] of written.entries()) {
    const known = written.length === tables.length ? (tables[index]?.rows ?? []) : [];
    const own = known.flatMap(({ part, from, to }) =>
      Array.from({ length: to - from + 1 }, (_, down) => ({ part, row: from + down })),
    );
    if (own.length !== rows.length) continue;
    const original =
      originals.length > 1 ? originals.find(({ file }) => file === tables[index]?.file) : undefined;
    const name = original ? `原件“${original.name}”` : '原件';
    for (const [down, { line }] of rows.entries()) places.set(line, name + placeOf(own[down]));
    // The lines above a table are on its first page.
    const page = pageOf(own[0]?.part ?? null);
    const first = rows[0]?.line ?? 0;
    for (let line = before + 1; line < first && (page || original); line += 1)
      places.set(line, name + (page ?? ''));
    before = rows.at(-1)?.endLine ?? before;
  }
  return (line) => places.get(line) ?? '原件';
}

function placeOf(place: { part: string | null; row: number } | undefined): string {
  return place ? (pageOf(place.part) ?? `${place.part ?? ''}第 ${place.row} 行`) : '';
}

/** `第 37 页` of `第 37 页第 2 张表`. */
function pageOf(part: string | null): string | undefined {
  return /^第 \d+ 页/.exec(part ?? '')?.[0];
}
