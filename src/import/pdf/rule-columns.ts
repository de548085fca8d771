import type { RuledTable } from './find-tables.ts';
import { isTargetHeader } from './header.ts';
import { formatLine, splitLine, toLines, type Line, type Word } from './join-lines.ts';
import type { Ruling } from './read-rulings.ts';

/** Width of the gap between two columns, by the size of the text. */
const GUTTER = 0.8;

/**
 * The upright lines that a target table with level lines only would have.
 *
 * They are drawn where no text is, from the header down, and above it as far as no text is in the way. None where the gaps are not
 * those between the cells of the header: then nobody can say which column a text belongs to.
 *
 * @param tables Those that have all their lines.
 */
export function ruleColumns(
  rulings: readonly Ruling[],
  tables: readonly RuledTable[],
  words: readonly Word[],
): Ruling[] {
  const level = rulings.filter(
    (ruling) => ruling.isLevel && !tables.some((table) => isInside(ruling, table)),
  );
  const ys = [...new Set(level.map(({ at }) => at))].sort((a, b) => a - b);
  const [top, bottom] = [ys[0], ys.at(-1)];
  if (top === undefined || bottom === undefined || ys.length < 4) return [];
  const pieces = toLines(words.filter(({ middle }) => middle > top && middle < bottom)).flatMap(splitLine);
  const header = findHeader(pieces);
  const [first] = header;
  if (!first) return [];
  const gutters = findGutters(pieces.filter(({ middle }) => middle > first.middle - first.size));
  if (!areOfHeader(gutters, header)) return [];
  const outer = [Math.min(...level.map(({ from }) => from)), Math.max(...level.map(({ to }) => to))];
  return ys.slice(1).flatMap((to, index) => {
    const from = ys[index] ?? to;
    const own = pieces.filter(({ middle }) => middle > from && middle < to);
    const free = gutters.filter((x) => !own.some(({ left, right }) => left < x && right > x));
    return [...outer, ...free].map((at): Ruling => ({ isLevel: false, at, from, to }));
  });
}

function isInside({ at, from, to }: Ruling, { xs, ys }: RuledTable): boolean {
  const near = 3;
  return (
    at > (ys[0] ?? 0) - near &&
    at < (ys.at(-1) ?? 0) + near &&
    to > (xs[0] ?? 0) - near &&
    from < (xs.at(-1) ?? 0) + near
  );
}

/** The cells of the header, from the left. */
export function findHeader(pieces: readonly Line[]): Line[] {
  const lines = Map.groupBy(pieces, ({ middle }) => middle);
  return [...lines.values()].find((line) => isTargetHeader(line.map(formatLine))) ?? [];
}

/** Whether there is one gap between two cells of the header, and none but these and those of merged cells left of them. */
function areOfHeader(gutters: readonly number[], header: readonly Line[]): boolean {
  const isBetween = header.slice(1).every(({ left }, index) => {
    const right = header[index]?.right ?? left;
    return gutters.filter((x) => x > right && x < left).length === 1;
  });
  return isBetween && gutters.filter((x) => x > (header[0]?.left ?? 0)).length === header.length - 1;
}

/** Middles of the gaps that no piece reaches into. */
function findGutters(pieces: readonly Line[]): number[] {
  const gutters: number[] = [];
  let reached: number | undefined;
  for (const { left, right, size } of [...pieces].sort((a, b) => a.left - b.left)) {
    if (reached !== undefined && left - reached > size * GUTTER) gutters.push((left + reached) / 2);
    reached = Math.max(reached ?? right, right);
  }
  return gutters;
}
