/** What the page of an imported project shows of its original. */
import { formatRows, kindOfOriginal, pageOf } from '../display/format-original.ts';
import { isWithin, type FromTable } from '../record/is-within.ts';
import { must } from '../record/must.ts';
import type { Original } from '../record/publication-schema.ts';
import type { Sheet, SheetMerge } from '../record/sheet-schema.ts';
import type { ProjectPart } from './project-parts.ts';
import type { DisclosureEntry } from '../collection/disclosure-entry-schema.ts';

/** A cell as it is drawn. */
export interface DrawnCell {
  text: string;
  /** The first column that it covers, from 0. */
  column: number;
  rows: number;
  columns: number;
  /** Its text is in a row above those that are shown. */
  isFromAbove: boolean;
}
/** A table of an original, as far as it is the project's. */
export interface DrawnSheet {
  /** The lines above it. */
  above: Sheet['above'];
  rows: { line: number; cells: DrawnCell[] }[];
}
export interface OriginalView {
  original: Original;
  /** `PDF`, `Excel`. */
  kind: string;
  /** Of the file; null: it is withheld. */
  file: string | null;
  /** Of the file; a PDF opens at the page. */
  href: string | null;
  /** `第 37 页`, `工作表“Sheet1”第 3—25 行`. Empty: it is not known. */
  place: string;
  sheets: DrawnSheet[];
}

/** A source file as its pages show it. */
export interface SourceFile {
  /** Of its page. */
  id: string;
  entry: Pick<DisclosureEntry, 'sheets' | 'publication'>;
}

/**
 * Null: the source was not imported.
 *
 * @param project Or a result.
 * @param header Line of the header that it shares with others. Null: there is none.
 * @param part Of the project, whose rows are shown.
 */
export function originalOf(
  project: FromTable,
  header: number | null,
  { id, entry }: SourceFile,
  part: Pick<ProjectPart, 'startLine' | 'endLine'>,
): OriginalView | null {
  const isOwn = ({ line }: { line: number }) => isWithin(project, line);
  const isShown = (line: number) => line >= part.startLine && line <= part.endLine;
  const own = entry.sheets.filter(({ above, rows }) => [...above, ...rows].some(isOwn));
  const [first] = own;
  const original = entry.publication.originals?.find(({ file }) => file === first?.file);
  if (!first || !original) return null;
  const places = own.flatMap(({ rows }) => rows.filter(isOwn));
  const [top] = places;
  const page = top ? pageOf(top) : null;
  const path = original.withheld ? null : `/${id}/original/${original.file}`;
  return {
    original,
    kind: kindOfOriginal(original.name),
    file: path,
    href: path && path + (page === null ? '' : `#page=${page}`),
    place: formatRows(places),
    sheets: own
      .map((sheet) => {
        const shared = headerLines(sheet, header);
        return drawSheet(sheet, (line) => shared.includes(line) || isShown(line));
      })
      .filter(({ above, rows }) => [...above, ...rows].some(({ line }) => isShown(line))),
  };
}

/** The lines of the header that all projects of a ledger share: its cells may reach over several rows. */
export function headerLines({ rows, merges }: Sheet, header: number | null): number[] {
  const first = rows.findIndex(({ line }) => line === header);
  if (first < 0) return [];
  const heights = merges.filter(({ row }) => row === first).map((merge) => merge.rows);
  return rows.slice(first, first + Math.max(1, ...heights)).map(({ line }) => line);
}

/** The rows of some lines, merged cells as they are in the original. */
export function drawSheet({ above, rows, merges }: Sheet, isShown: (line: number) => boolean): DrawnSheet {
  const shown = rows.flatMap(({ line }, index) => (isShown(line) ? [index] : []));
  /** Merged cells by their first place that is shown; null: the place is covered by one. */
  const places = new Map<string, DrawnCell | null>();
  for (const merge of merges) {
    if (hasCoveredText(merge, rows)) continue;
    const down = shown.filter((row) => row >= merge.row && row < merge.row + merge.rows);
    const across = Array.from({ length: merge.columns }, (_, index) => merge.column + index);
    const keys = down.flatMap((row) => across.map((column) => `${row} ${column}`));
    if (keys.some((key) => places.has(key))) continue;
    for (const [index, key] of keys.entries())
      places.set(
        key,
        index > 0
          ? null
          : {
              text: rows[merge.row]?.cells[merge.column] ?? '',
              column: merge.column,
              rows: down.length,
              columns: merge.columns,
              isFromAbove: down[0] !== merge.row,
            },
      );
  }
  return {
    above: above.filter(({ line }) => isShown(line)),
    rows: shown.flatMap((row) => {
      const { line, cells } = must(rows[row]);
      const drawn = cells.map((text, column) => {
        const cell = places.get(`${row} ${column}`);
        return cell === undefined ? { text, column, rows: 1, columns: 1, isFromAbove: false } : cell;
      });
      return [{ line, cells: drawn.filter((cell) => cell !== null) }];
    }),
  };
}

/** Whether a text was written where the merged cell covers it: nothing of the source is hidden. */
function hasCoveredText(merge: SheetMerge, rows: Sheet['rows']): boolean {
  return rows
    .slice(merge.row, merge.row + merge.rows)
    .some(({ cells }, down) =>
      cells
        .slice(merge.column, merge.column + merge.columns)
        .some((text, across) => text !== '' && (down > 0 || across > 0)),
    );
}
