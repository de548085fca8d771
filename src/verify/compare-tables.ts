/**
 * In: CSV files and workbooks, and the projects as published in JSON, which are compared with the source elsewhere.
 * Out: each cell that is otherwise in a table.
 */
import { plainWord } from './words.ts';
import { readWorkbook, unguard, type CsvRows } from './read-tables.ts';
import type { Comparison, RecordedDisclosure, RecordedIndicator, RecordedProject, Target } from './record.ts';

/** Sums of money: what a unit is of one yuan, in zeros, and what is behind it. */
const MONEY = /^(千|万|百万|亿)?元(.*)$/su;
const ZEROS: Record<string, number> = { 千: 3, 万: 4, 百万: 6, 亿: 8 };
/** The last year of a project without an end. */
const NO_END = 2099;
/** A workbook of more indicators holds a remark instead. */
export const MOST_INDICATORS = 100_000;

/** UTF-16 units in a cell of a workbook. */
const LONGEST_CELL = 32_767;
/** What a longer text ends with. */
const WHERE_WHOLE = '……（这一格放不下，全文在 CSV 和 JSON 文件里）';

/** What the rows of a body have in common. */
export interface OfBody {
  origin: string;
  publisher: string;
  lines: readonly string[];
  /** Names of its projects, folded. */
  names: readonly string[];
}

export function compareProjectRows(
  rows: CsvRows,
  projects: readonly RecordedProject[],
  body: OfBody,
): Comparison {
  const places = placesOf(rows, 'budget_line');
  return compareRows(
    rows,
    projects.map((project, index) => {
      const place = places[index] ?? '';
      const { budget } = project;
      const isThere = budget
        ? plainWord(body.lines[Number(place) - 1] ?? '').includes(plainWord(budget.text))
        : place === '';
      const cells = projectCells(project, body, isThere ? place : '有金额的一行');
      return { line: project.source.startLine, cells };
    }),
  );
}

export function compareIndicatorRows(
  rows: CsvRows,
  projects: readonly RecordedProject[],
  body: OfBody,
): Comparison {
  const addresses = placesOf(rows, 'id').values();
  const traits = placesOf(rows, 'project_apart').values();
  return compareRows(
    rows,
    projects.flatMap((project) => {
      const own = plainWord(project.name);
      const isAlone = body.names.filter((name) => name === own).length === 1;
      return project.indicators.map((indicator) => {
        const [, anchor = '有链接'] = /#([a-z\d-]+)$/.exec(addresses.next().value ?? '') ?? [];
        const trait = traits.next().value;
        const apart = isAlone ? '' : (trait ?? '') || '同名项目的区别';
        return { line: indicator.line, cells: indicatorCells(project, indicator, { anchor, apart }, body) };
      });
    }),
  );
}

/** The cells of a column that only the program that writes it can fill. */
export function placesOf([header = [], ...rows]: CsvRows, column: string): string[] {
  return rows.map((row) => row[header.indexOf(column)] ?? '');
}

/** The columns that a sheet has first and last, by their names in the CSV file; the others are between them. */
const SHEETS = {
  projects: {
    first: ['year', 'publisher', 'name', 'budget_yuan', 'indicator_count'],
    last: [
      ...['page', 'source_path', 'source_line', 'source_end_line', 'budget_line', 'source_sha256'],
      ...['not_asked', 'id'],
    ],
  },
  indicators: {
    first: [
      ...['year', 'publisher', 'project', 'category', 'subcategory', 'name'],
      ...['annual_target', 'period_target'],
    ],
    last: ['page', 'source_path', 'source_line', 'not_asked', 'id', 'project_id'],
  },
  results: {
    first: ['year', 'publisher', 'name', 'spent_yuan', 'rate', 'score', 'full_score'],
    last: [
      ...['project_page', 'page', 'source_path', 'source_line', 'source_end_line', 'funds_line'],
      ...['score_line', 'source_sha256', 'id', 'project_id'],
    ],
  },
  answers: {
    first: [
      ...['year', 'publisher', 'project', 'category', 'subcategory', 'name'],
      ...['target', 'published_target', 'same_target', 'actual', 'score', 'weight', 'reason'],
    ],
    last: [
      ...['published_target_page', 'page', 'source_path', 'source_line'],
      ...['id', 'result_id', 'indicator_id'],
    ],
  },
} as const;

/** A workbook holds the rows of both CSV files and the notices, under headers for readers. @param kind Of what its first sheet has rows. */
export function compareWorkbook(
  bytes: Uint8Array,
  items: CsvRows,
  indicators: CsvRows,
  { notices, ...recorded }: RecordedDisclosure,
  kind: 'projects' | 'results' = 'projects',
): Comparison {
  const comparison: Comparison = { cells: 0, losses: [] };
  const [first, ...sheets] = readWorkbook(bytes);
  compareSheet(first, toSheet(items, kind), comparison);
  if (indicators.length - 1 <= MOST_INDICATORS)
    compareSheet(
      sheets.shift(),
      toSheet(indicators, kind === 'projects' ? 'indicators' : 'answers'),
      comparison,
    );
  const [found] = sheets;
  const expected = notices.map(({ path, line, rule, message }) => {
    const project = recorded[kind].find(
      ({ source }) => source.path === path && source.startLine <= line && line <= source.endLine,
    );
    return { C: project?.name ?? '', D: message, F: path, G: String(line), H: rule };
  });
  for (const [index, row] of expected.entries())
    for (const [column, text] of Object.entries(row)) {
      comparison.cells += 1;
      const shown = found?.get(`${column}${index + 2}`) ?? '';
      if (shown !== text) comparison.losses.push(`提示 ${index + 1} 应为“${text}”，却是“${shown}”`);
    }
  if (found?.has(`D${notices.length + 2}`)) comparison.losses.push(`提示多于 ${notices.length} 条`);
  return comparison;
}

/** The rows of one sheet alone: a table of indicators, without notices. */
export function compareIndicatorSheet(bytes: Uint8Array, indicators: CsvRows): Comparison {
  const comparison: Comparison = { cells: 0, losses: [] };
  compareSheet(readWorkbook(bytes)[0], toSheet(indicators, 'indicators'), comparison);
  return comparison;
}

/** A CSV file's rows in the order of the columns of their sheet. */
function toSheet(rows: CsvRows, name: keyof typeof SHEETS): CsvRows {
  const [header = []] = rows;
  const { first, last } = SHEETS[name];
  const placed: readonly string[] = [...first, ...last];
  const order = [...first, ...header.filter((column) => !placed.includes(column)), ...last].map((column) =>
    header.indexOf(column),
  );
  return rows.map((row) => order.map((place) => row[place] ?? ''));
}

export interface Row {
  /** In the source. */
  line: number;
  /** By the names of their columns. */
  cells: Record<string, string>;
}

/** Rows of a CSV file with their columns by name, in the same order. */
export function compareRows([header = [], ...rows]: CsvRows, expected: readonly Row[]): Comparison {
  const comparison: Comparison = { cells: 0, losses: [] };
  const { losses } = comparison;
  const columns = Object.keys(expected[0]?.cells ?? {});
  if (header.join() !== columns.join()) losses.push(`应有 ${columns.join()} 各列，却是 ${header.join()}`);
  if (rows.length !== expected.length) losses.push(`应有 ${expected.length} 行，却有 ${rows.length} 行`);
  for (const [index, { line, cells }] of expected.entries())
    for (const [column, [name, text]] of Object.entries(cells).entries()) {
      const found = rows[index]?.[column];
      if (text !== '') comparison.cells += 1;
      if (found === undefined || unguard(found) !== text)
        losses.push(`${line} 行 “${text}”（${name}），发布的是“${found ?? ''}”`);
    }
  return comparison;
}

function projectCells(
  project: RecordedProject,
  { origin, publisher }: OfBody,
  budgetLine: string,
): Row['cells'] {
  const { period, budget, goals, otherFields, source } = project;
  return {
    id: project.id,
    year: String(project.year),
    publisher,
    name: project.name,
    type: project.type ?? '',
    level: project.level ?? '',
    department: project.department ?? '',
    spending_unit: project.spendingUnit ?? '',
    period_start: String(period?.start ?? ''),
    period_end: String(period?.end ?? ''),
    period_open_ended: String(period ? period.end === NO_END : ''),
    budget_yuan: budget?.yuan ?? '',
    budget_text: budget?.text ?? '',
    period_goal: goals.period ?? '',
    annual_goal: goals.annual ?? '',
    indicator_count: String(project.indicators.length),
    other_fields: toJson(otherFields),
    page: `${origin}/${project.id}/`,
    source_path: source.path,
    source_line: String(source.startLine),
    source_end_line: String(source.endLine),
    budget_line: budgetLine,
    source_sha256: source.sha256,
    not_asked: notAskedOf(project, {
      type: ['type'],
      level: ['level'],
      department: ['department'],
      spendingUnit: ['spending_unit'],
      period: ['period_start', 'period_end', 'period_open_ended'],
      budget: ['budget_yuan', 'budget_text'],
      periodGoal: ['period_goal'],
      annualGoal: ['annual_goal'],
    }),
  };
}

/** The columns of what the form does not have. @param columns Of each part of a form, in the order of the table. */
function notAskedOf({ source }: RecordedProject, columns: Record<string, readonly string[]>): string {
  return toJson(
    Object.entries(columns).flatMap(([part, names]) => (source.notAsked?.includes(part) ? names : [])),
  );
}

function indicatorCells(
  project: RecordedProject,
  indicator: RecordedIndicator,
  { anchor, apart }: { anchor: string; apart: string },
  { origin, publisher }: OfBody,
): Row['cells'] {
  const { id, year, name, source } = project;
  return {
    id: `${id}#${anchor}`,
    project_id: id,
    year: String(year),
    publisher,
    project: name,
    category: indicator.category,
    subcategory: indicator.subcategory,
    name: indicator.name,
    ...targetCells('annual', indicator.annualTarget),
    ...targetCells('period', indicator.periodTarget),
    details: toJson(indicator.details),
    page: `${origin}/${id}/#${anchor}`,
    source_path: source.path,
    source_line: String(indicator.line),
    project_apart: apart,
    not_asked: notAskedOf(project, {
      category: ['category'],
      subcategory: ['subcategory'],
      annualTarget: ['annual_target'],
      periodTarget: ['period_target'],
    }),
    budget_yuan: project.budget?.yuan ?? '',
    project_type: project.type ?? '',
  };
}

/** The columns of a target: its text, and what is read from it. */
export function targetCells(prefix: string, target: Target | null): Row['cells'] {
  const { text = '', comparator, value, upper, unit } = target ?? {};
  const [isMoney, multiple = '', behind = ''] = (value && MONEY.exec(unit ?? '')) || [];
  const figures = [value, upper].map((figure) =>
    isMoney && figure ? addZeros(figure, ZEROS[multiple] ?? 0) : (figure ?? ''),
  );
  const [sums, others] = isMoney && behind === '' ? [figures, []] : [[], figures];
  const shownUnit = isMoney ? behind && `元${behind}` : value && unit;
  return {
    [`${prefix}_target`]: text,
    [`${prefix}_comparator`]: comparator ?? '',
    [`${prefix}_yuan`]: sums[0] ?? '',
    [`${prefix}_yuan_upper`]: sums[1] ?? '',
    [`${prefix}_value`]: others[0] ?? '',
    [`${prefix}_upper`]: others[1] ?? '',
    [`${prefix}_unit`]: shownUnit ?? '',
  };
}

/** `8.3370` and 4 zeros → 83370. */
export function addZeros(figure: string, zeros: number): string {
  const [whole = '', part = ''] = figure.split('.');
  const digits = part.padEnd(zeros, '0');
  const rest = digits.slice(zeros).replace(/0+$/, '');
  return `${BigInt(whole + digits.slice(0, zeros))}${rest && `.${rest}`}`;
}

/** A list in a cell; none is a blank cell. */
export function toJson(values: readonly unknown[]): string {
  return values.length === 0 ? '' : JSON.stringify(values);
}

function compareSheet(sheet: Map<string, string> | undefined, rows: CsvRows, comparison: Comparison): void {
  for (const [index, row] of rows.entries()) {
    for (const [column, cell] of row.entries()) {
      const address = `${columnName(column)}${index + 1}`;
      const found = sheet?.get(address) ?? '';
      sheet?.delete(address);
      if (index === 0 || cell === '') continue;
      comparison.cells += 1;
      if (found !== unguard(cell) && !isSameValue(unguard(cell), found) && !isCut(unguard(cell), found))
        comparison.losses.push(`单元格 ${address} 应为“${unguard(cell)}”，却是“${found}”`);
    }
  }
  for (const [address, text] of sheet ?? []) comparison.losses.push(`单元格 ${address} 多出“${text}”`);
}

/** Numbers are numbers in a workbook, and true is 1. */
function isSameValue(cell: string, found: string): boolean {
  if (cell === 'true' || cell === 'false') return found === String(Number(cell === 'true'));
  return /^-?\d+(?:\.\d+)?$/.test(cell) && found !== '' && Number(cell) === Number(found);
}

/** No cell of a workbook holds more: it has the beginning, and says where the rest is. */
function isCut(cell: string, found: string): boolean {
  const escapes = cell.match(/_(?=x[\da-f]{4}_)/gi)?.length ?? 0;
  const beginning = cell.slice(0, 16_000).replace(/[\ud800-\udbff]$/, '');
  return cell.length + 6 * escapes > LONGEST_CELL && found === beginning + WHERE_WHOLE;
}

function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter;
}
