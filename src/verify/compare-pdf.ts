/**
 * In: the lines of a source, and the PDFs that it was imported from.
 * Out: each text of their tables that the source does not have in its place, and each text of the source that they do not have.
 *
 * Reads the PDFs a second time. A cell is what the nearest lines enclose; the import finds rows and columns in another way.
 */
import { ABOVE, comparePage, type Cell } from './compare-drawn.ts';
import { foldText } from './fold-text.ts';
import { endOfFrontMatter, readFrontMatter, type FrontMatter } from './front-matter.ts';
import type { Comparison } from './record.ts';
import { readSourceTables } from './source-tables.ts';
import type { DrawnPage } from './to-boxes.ts';

/** Pages of an original by their numbers, without those that it does not have. Null: there is no such file. */
export type ReadPages = (
  original: Original,
  numbers: readonly number[],
) => Promise<ReadonlyMap<number, DrawnPage>> | null;

type Tables = NonNullable<FrontMatter['tables']>;
type Original = NonNullable<FrontMatter['originals']>[number];

const HINT = '（手工改过导入的源文件时，请改原件，再导入一次）';
const EMPTY: DrawnPage = { tables: [], outside: '' };

export async function comparePdf(lines: readonly string[], readPages: ReadPages): Promise<Comparison> {
  // A source that was imported before the places of its rows were kept has no tables.
  const { originals = [], tables } = readFrontMatter(lines);
  const total: Comparison = { cells: 0, losses: [] };
  for (const each of originals) {
    const { file, name } = each;
    if (!file.endsWith('.pdf') || !tables) continue;
    const { cells, losses } = readCells(lines, tables, file);
    const original = originals.length > 1 ? `原件“${name}”` : '原件';
    try {
      losses.push(...(await compareFile(cells, tables, each, original, readPages)));
    } catch (error) {
      losses.push(`${original}读不出：${String(error)}`);
    }
    total.cells += cells.length;
    total.losses.push(...losses);
  }
  return { ...total, losses: total.losses.map((loss, index) => (index === 0 ? loss + HINT : loss)) };
}

/** The cells of the tables that an original has, in their order, with the lines above. */
function readCells(
  lines: readonly string[],
  tables: Tables,
  file: string,
): { cells: Cell[]; losses: string[] } {
  const written = readSourceTables(lines);
  const isShort = written.length < tables.length;
  const losses = isShort ? [`有 ${written.length} 张表，导入时有 ${tables.length} 张`] : [];
  const cells = written.flatMap((rows, table) => {
    if (tables[table]?.file !== file) return [];
    const pages = tables[table].rows.flatMap(({ part, from, to }) =>
      Array.from({ length: to - from + 1 }, () => pageOf(part)),
    );
    const start = written[table - 1]?.at(-1)?.endLine ?? endOfFrontMatter(lines);
    const first = rows[0]?.line ?? 1;
    if (pages.length !== rows.length)
      losses.push(`${first} 行起的表有 ${rows.length} 行，导入时有 ${pages.length} 行`);
    const toCell = (cell: string, line: number, column: number, page = 1): Cell[] => {
      const text = foldText(cell);
      return text === '' ? [] : [{ written: cell, text, line, column, table, page, rest: text, outside: '' }];
    };
    const above = lines.slice(start, first - 1).map((text) => text.replace(/^(?:#+ |\\)/, '').trim());
    return [
      ...above.flatMap((text, down) => toCell(text, start + down + 1, ABOVE, pages[0])),
      ...rows.flatMap(({ line, cells: texts }, down) =>
        texts.flatMap((text, column) => toCell(text, line, column, pages[down] ?? pages.at(-1))),
      ),
    ];
  });
  return { cells, losses };
}

async function compareFile(
  cells: readonly Cell[],
  tables: Tables,
  from: Original,
  original: string,
  readPages: ReadPages,
): Promise<string[]> {
  const rows = tables.flatMap((table) => (table.file === from.file ? table.rows : []));
  const parts = Map.groupBy(new Set(rows.map(({ part }) => part)), pageOf);
  // A table's name can be at the foot of the page before.
  const numbers = new Set([...parts.keys()].flatMap((number) => [number - 1, number]));
  const pages = await readPages(from, [...numbers]);
  if (!pages) return [];
  const losses: string[] = [];
  let open: Cell[] = [];
  for (const [number, { length }] of parts) {
    const [page, before] = [pages.get(number) ?? EMPTY, pages.get(number - 1) ?? EMPTY];
    const own = cells.filter((cell) => cell.page === number);
    for (const cell of own) if (cell.column === ABOVE) cell.outside = before.outside + page.outside;
    const found = comparePage(page, own, open, length);
    losses.push(...found.losses.map((loss) => `${original}第 ${number} 页 ${loss}`));
    open = found.open;
  }
  const missing = cells.filter(({ rest, outside }) => !outside.includes(rest));
  return losses.concat(
    missing.map(({ line, written, text, rest, page }) => {
      const part = rest === text ? '' : `“${rest}”`;
      return `${line} 行 “${written}”，${original}第 ${page} 页没有${part}`;
    }),
  );
}

/** `第 3 页第 2 张表` → 3. */
function pageOf(part: string | null): number {
  return Number(/^第 (\d+) 页/.exec(part ?? '')?.[1] ?? 1);
}
