/**
 * In: the text that an import made of a file.
 * Out: its tables as the office made them, with what each cell became.
 */
import type { DisclosureReading } from '../content/read-disclosure.ts';
import { readTables } from '../content/read-tables.ts';
import type { CellUse } from '../record/context.ts';
import type { Project } from '../record/disclosure-schema.ts';
import { explainTable, type Explanation } from '../record/explain-table.ts';
import type { Form } from '../record/form.ts';
import { isForeign } from '../record/is-foreign.ts';
import { recognizeTables } from '../record/recognize-tables.ts';
import type { Result } from '../record/result-schema.ts';
import type { Sheet } from '../record/sheet-schema.ts';

/** What a table is: `target` has projects or should have; `unknown` has labels that no form has. */
type TableKind = 'target' | 'unknown' | 'other' | 'foreign';

export interface ExplainedTable {
  kind: TableKind;
  /** Of a table of another kind: 价目表. */
  otherName: string | null;
  /** Its name, as it is written above it. Empty: it has none. */
  title: string;
  startLine: number;
  endLine: number;
  /** As it is in the original. */
  sheet: Sheet | undefined;
  /** What each filled cell became, by its line and its column, from 0: `7 2`. */
  uses: ReadonlyMap<string, CellUse>;
  /** Where each cell's text begins in its line, by the same keys. */
  columns: ReadonlyMap<string, number>;
  /** Those that could be read. */
  projects: readonly Project[];
  /** What it says became of a project; null: it is no table of results, or could not be read. */
  result: Result | null;
}

/** The name of a table of a whole office, which is shown on the page of its projects alone. */
export const OVERALL = '部门（单位）整体绩效目标表';

/** Of a table of another kind, no cell is used. */
const NOTHING: Explanation = { isRecognized: false, uses: new Map() };

export function explainTables(
  { text, sheets, projects, results }: Pick<DisclosureReading, 'text' | 'sheets' | 'projects' | 'results'>,
  forms: readonly Form[],
): ExplainedTable[] {
  return readTables(text, () => undefined).flatMap((grid, index) =>
    recognizeTables(grid, forms, () => undefined).map((table): ExplainedTable => {
      const rows = table.grid.rows.flatMap(({ line, cells }) =>
        cells.map((cell, column) => [`${line} ${column}`, cell] as const),
      );
      const { isRecognized, uses } = table.other ? NOTHING : explainTable(table);
      const { title, endLine } = table.grid;
      const startLine = title?.line ?? table.grid.startLine;
      const isWithin = ({ source }: Pick<Project | Result, 'source'>) =>
        source.startLine <= endLine && source.endLine >= startLine;
      return {
        kind:
          table.other || table.isOverall
            ? 'other'
            : isForeign(table)
              ? 'foreign'
              : isRecognized
                ? 'target'
                : 'unknown',
        otherName: table.isOverall ? OVERALL : (table.other?.name ?? null),
        ...{ title: title?.text ?? '', startLine, endLine, sheet: sheets[index] },
        uses: new Map(
          rows.flatMap(([key, cell]) => {
            const use = cell.text === '' ? undefined : uses.get(cell);
            return use ? [[key, use] as const] : [];
          }),
        ),
        columns: new Map(rows.map(([key, { column }]) => [key, column])),
        projects: projects.filter(isWithin),
        result: results.find(isWithin) ?? null,
      };
    }),
  );
}
