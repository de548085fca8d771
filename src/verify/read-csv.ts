import { headWord } from './form-words.ts';
import type { PublishedProject } from './published-project.ts';

/** A line of a table, by the names of its columns. */
type Line = Record<string, string>;
interface Detail {
  label: string;
  value: string;
}

/** The lines of a CSV file (RFC 4180), without the apostrophe that keeps a spreadsheet from running a text. */
export function readCsv(text: string): Line[] {
  const [header = [], ...lines] = split(text.replace(/^\uFEFF/, ''));
  return lines.map((cells) =>
    Object.fromEntries(header.map((name, column) => [name, (cells[column] ?? '').replace(/^'/, '')])),
  );
}

function split(text: string): string[][] {
  const lines: string[][] = [];
  let cells: string[] = [];
  for (const [, quoted, plain = '', divider = ''] of text.matchAll(
    /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g,
  )) {
    cells.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (divider === ',') continue;
    if (cells.length > 1 || cells[0] !== '') lines.push(cells);
    cells = [];
  }
  return lines;
}

/** The projects of a `projects.csv`: their heads, no indicators. */
export function readProjectLines(lines: readonly Line[], where: string): PublishedProject[] {
  return lines.map((line) => {
    const fields = new Map<string, string[]>();
    const add = (key: string, text: string | undefined) => {
      if (text) fields.set(key, [...(fields.get(key) ?? []), text]);
    };
    for (const key of ['name', 'type', 'level', 'department']) add(key, line[key]);
    add('spendingUnit', line['spending_unit']);
    add('budget', line['budget_text']);
    add('start', line['period_start']);
    add('end', line['period_end']);
    if (line['period_start']) add('period', `${line['period_start']}-${line['period_end'] ?? ''}`);
    for (const text of line['period_goal']?.split('\n') ?? []) add('periodGoal', text);
    for (const text of line['annual_goal']?.split('\n') ?? []) add('annualGoal', text);
    for (const { label, value } of toDetails(line['other_fields'])) {
      const key = headWord(label) ?? label;
      fields.set(key, [...(fields.get(key) ?? []), value]);
    }
    const { name = '', budget_yuan: yuan = '' } = line;
    return { where, name, yuan, fields, rows: null, isGrouped: false, lines: null };
  });
}

/** The projects of an `indicators.csv`: their indicators, no heads. */
export function readIndicatorLines(lines: readonly Line[], where: string): PublishedProject[] {
  const byProject = [...Map.groupBy(lines, (line) => line['project_id'])];
  return byProject.map(([, ofProject]) => ({
    where,
    name: ofProject[0]?.['project'] ?? '',
    yuan: null,
    fields: null,
    rows: ofProject.map((line) => ({
      category: line['category'] ?? '',
      subcategory: line['subcategory'] ?? '',
      name: line['name'] ?? '',
      periodTarget: line['period_target'] ?? '',
      annualTarget: line['annual_target'] ?? '',
      details: toDetails(line['details']),
    })),
    isGrouped: false,
    lines: null,
  }));
}

function toDetails(json: string | undefined): Detail[] {
  return json ? (JSON.parse(json) as Detail[]) : [];
}
