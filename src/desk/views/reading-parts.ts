/** The parts of a file that are shown one at a time: its projects, and the tables that make none. */
import type { Project } from '../../record/disclosure-schema.ts';
import type { ExplainedTable } from '../explain-tables.ts';
import type { DraftReading } from '../read-draft.ts';
import { shownNotices } from './original-side.ts';

/** A project, or a table that makes none. */
export interface Part {
  table: ExplainedTable;
  project: Project | null;
  name: string;
  errors: number;
  hints: number;
}

/** The notices about a table that are shown to staff. */
export function noticesIn({ notices }: DraftReading, { startLine, endLine }: ExplainedTable) {
  return shownNotices(notices).filter(({ line }) => line >= startLine && line <= endLine);
}

/** In the order of the file. */
export function partsOf(reading: DraftReading): Part[] {
  const targets = reading.tables.filter(({ kind, projects }) => kind === 'target' || projects.length > 0);
  return targets.flatMap((table) => {
    const said = noticesIn(reading, table);
    const toPart = (project: Project | null): Part => {
      const within = project
        ? said.filter(
            ({ line }) =>
              table.projects.length === 1 ||
              (line >= project.source.startLine && line <= project.source.endLine),
          )
        : said;
      return {
        ...{ table, project, name: project?.name ?? table.result?.name ?? nameIn(table) },
        errors: within.filter(({ severity }) => severity === 'error').length,
        hints: within.filter(({ severity }) => severity === 'warning').length,
      };
    };
    return table.projects.length === 0 ? [toPart(null)] : table.projects.map(toPart);
  });
}

/** The name of a project that could not be read as a whole. */
function nameIn({ uses, sheet, title }: ExplainedTable): string {
  const [key] = [...uses].find(([, { kind, field }]) => kind === 'value' && field === '项目名称') ?? [];
  const [line, column = 0] = key?.split(' ').map(Number) ?? [];
  return sheet?.rows.find((row) => row.line === line)?.cells[column] ?? (title === '' ? '没有名称' : title);
}

/** `工作表“项目1”`, `第 3 页`. */
export function placeIn({ table: { sheet, startLine, endLine } }: Part): string {
  const rows = sheet?.rows.filter(({ line }) => line >= startLine && line <= endLine) ?? [];
  return [...new Set(rows.flatMap(({ part }) => part ?? []))].join('、');
}
