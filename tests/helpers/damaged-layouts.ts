/** Tables in the layouts that offices use, with the accidents that happen to them, and what must still be read of them. */
import fc from 'fast-check';
import type { DisclosureReading } from '../../src/content/read-disclosure.ts';
import { must } from '../../src/record/must.ts';
import type { Project } from '../../src/record/disclosure-schema.ts';
import type { InventedProject } from './invented-projects.ts';
import { layouts, type PrintedTable } from './layouts.ts';
import { mergeBlanks } from './make-originals.ts';
import { pasteCell, toRows } from './office-files.ts';
import { toOfficeTable } from './to-office-table.ts';

/** A cell; a damage replaces it by another, so that the same object is an intact cell. */
interface Cell {
  text: string;
}

/** What a record must hold as long as all these cells are intact. */
interface Fact {
  what: string;
  /** The cell of the value, then its labels and the merged cells over it. */
  cells: Cell[];
  holds: (project: Project, line: number) => boolean;
}

interface Sample {
  above: string[];
  rows: Cell[][];
  /** Index of the header's last row. */
  header: number;
  facts: Fact[];
}

/** One table a sample: of each layout one that is plain and one that is crooked. */
const SAMPLES = new Map<string, Sample>();
for (const { id, tables, projects } of layouts)
  for (const index of id === 'E' ? [0] : [1, 3]) {
    const { above = [], table } = tables[index] ?? {};
    if (table)
      SAMPLES.set(
        `${id}${index}`,
        toSample(above, toRows(table), id === 'E' ? projects : projects.slice(index, index + 1)),
      );
  }
const ofE = layouts.find(({ id }) => id === 'E');
SAMPLES.set('G', toSample([], toG(ofE?.projects ?? []), ofE?.projects ?? []));

/** A ledger with one merged unit, its title above an empty row. */
function toG(projects: readonly InventedProject[]): string[][] {
  const rows = projects.flatMap(({ name, total, goal, indicators }, index) =>
    indicators.map(({ category, subcategory, name: indicator, sign, value, measure, weight }, at) => {
      const above = indicators[at - 1];
      return [
        index + at === 0 ? '云州市审计局' : '',
        ...(at === 0 ? [name, total, goal] : ['', '', '']),
        above?.category === category ? '' : category,
        above?.subcategory === subcategory ? '' : subcategory,
        indicator,
        '按实际完成数计算',
        sign + value + measure,
        weight,
      ];
    }),
  );
  const header =
    '单位名称,项目名称,年度资金总额(万元),年度绩效目标,一级,二级,三级指标,指标解释,指标值,权重'.split(',');
  return [['云州市审计局项目绩效目标表', ...header.slice(1).fill('')], header.map(() => ''), header, ...rows];
}

function toSample(above: string[], texts: string[][], projects: readonly InventedProject[]): Sample {
  const rows = texts.map((cells) => cells.map((text): Cell => ({ text })));
  const textOf = (cell: Cell | undefined) => cell?.text ?? '';
  const header = rows.findIndex((row) => row.some(({ text }) => /^三级(?:指标)?$|^指标内容$/.test(text)));
  const head = rows[header] ?? [];
  const isLedger = projects.length > 1;
  const columnOf = (pattern: RegExp) => {
    const own = head.findIndex(({ text }) => pattern.test(text));
    return own < 0 && isLedger ? (rows[header - 1] ?? []).findIndex(({ text }) => pattern.test(text)) : own;
  };
  const headersOf = (column: number) =>
    [head[column], isLedger ? rows[header - 1]?.[column] : undefined].filter((cell) => cell !== undefined);
  const at = {
    category: columnOf(/^一级/),
    subcategory: columnOf(/^二级/),
    name: columnOf(/^三级|^指标内容/),
    target: columnOf(/^(?:指标值|目标值)$/),
  };
  /** The filled cell of a column in a row or above it, and the cells between. */
  const mergedAt = (row: number, column: number) => {
    const from = rows.findLastIndex(
      (cells, index) => index <= row && index > header && textOf(cells[column]) !== '',
    );
    return rows.slice(from, row + 1).flatMap((cells) => cells[column] ?? []);
  };
  const facts: Fact[] = [];
  for (const project of projects) {
    const nameAt = rows.findIndex(
      (row, index) =>
        (isLedger ? index > header : index < header) && row.some(({ text }) => text === project.name),
    );
    const end = isLedger
      ? rows.findIndex(
          (row, index) =>
            index > nameAt &&
            row.some(({ text }) => text !== project.name && projects.some(({ name }) => name === text)),
        )
      : rows.length;
    const own = rows.slice(isLedger ? nameAt : 0, end < 0 ? undefined : end);
    const find = (text: string, isHead: boolean) => {
      for (const row of own) {
        const index = rows.indexOf(row);
        const column = row.findIndex((cell) => cell.text === text);
        if (column >= 0 && (isLedger || index < header === isHead)) return { row: index, column };
      }
      return undefined;
    };
    const add = (what: string, text: string, holds: Fact['holds']) => {
      const found = find(text, true);
      if (!found) return;
      const labels = isLedger
        ? headersOf(found.column)
        : [...rows.slice(0, found.row + 1).flatMap((row) => row.slice(0, 1)), ...(rows[found.row] ?? [])];
      facts.push({
        what,
        cells: [...(rows[found.row]?.slice(found.column, found.column + 1) ?? []), ...labels],
        holds,
      });
    };
    if (nameAt >= 0) add('name', project.name, ({ name }) => name === project.name);
    add(
      'budget',
      project.total,
      ({ budget }) =>
        budget?.text === project.total &&
        Number(budget.yuan) === Math.round(Number(project.total.replaceAll(',', '')) * 10_000),
    );
    add('unit', project.unit, ({ spendingUnit }) => spendingUnit === project.unit);
    add('goal', project.goal, ({ goals }) =>
      [goals.annual, goals.period].some(
        (goal) => goal?.startsWith(project.goal) && !goal.slice(1).includes(project.goal),
      ),
    );
    for (const indicator of project.indicators) {
      const found = own.flatMap((row) => {
        const cell = row[at.name];
        return cell && textOf(cell).startsWith(indicator.name) && rows.indexOf(row) > header
          ? [{ cell, row: rows.indexOf(row) }]
          : [];
      })[0];
      if (!found) continue;
      const category = mergedAt(found.row, at.category);
      const subcategory = mergedAt(found.row, at.subcategory);
      const target = rows[found.row]?.[at.target];
      const lead = [found.cell, ...Object.values(at).flatMap(headersOf)];
      const ofLine = ({ indicators }: Project, line: number) => indicators.find((each) => each.line === line);
      const targetText = textOf(target);
      facts.push(
        {
          what: 'indicator',
          cells: lead,
          holds: (record, line) => ofLine(record, line)?.name === textOf(found.cell),
        },
        {
          what: 'category',
          cells: [...lead, ...category, ...subcategory],
          holds: (record, line) => ofLine(record, line)?.category === indicator.category,
        },
        {
          what: 'subcategory',
          cells: [...lead, ...category, ...subcategory],
          holds: (record, line) => ofLine(record, line)?.subcategory === textOf(subcategory[0]),
        },
        {
          what: 'target',
          cells: target ? [found.cell, target, ...lead] : [],
          holds: (record, line) => {
            const { annualTarget, periodTarget } = ofLine(record, line) ?? {};
            return (annualTarget ?? periodTarget)?.text === targetText;
          },
        },
      );
    }
  }
  return { above, rows, header, facts };
}

/** Texts that a damaged cell can hold: labels, words, numbers to mask, placeholders. */
const LABELS =
  '项目名称,主管部门,实施单位,预算金额（万元）,资金总额,其中：财政拨款,其他资金,总体目标,年度目标,绩效指标,一级指标,二级指标,三级指标,指标值,目标值,年度指标值,实施周期指标值,度量单位,指标值类型,备注,权重,产出指标,数量指标,成本指标,满意度指标,单位,合计,小计,总计,联系电话,填表人,序号,项目编码,指标解释'.split(
    ',',
  );
const WORDS =
  '甲,整理,见附件,12,3.5,≥5,100%,2026年,13800138000,0769-12345678,—,/,……,无,云州市水务局,是否完成,第3页,3'.split(
    ',',
  );
const text = fc.oneof(fc.constantFrom(...LABELS), fc.constantFrom(...WORDS));

const FOOTERS: string[][] = [
  ['填表人：张三  联系电话：0769-12345678'],
  ['填表人：', '张三', '联系电话：', '13800138000'],
  ['填表人：张三', '', '', '联系电话：13800138000'],
  ['注：本表一式两份。'],
  ['备注', '详见附件'],
  ['合计', '', '', '', '100'],
  ['小计', '', '35.00'],
  ['', '', '', '合计', '12.00'],
  ['/', '/', '/', '/', '/'],
  ['', '—', '—', '—', '—'],
  ['', '', '', '', ''],
  ['', '产出指标', '数量指标', '', ''],
  ['', '', '……', '', ''],
  ['第 2 页'],
  ['政策和项目预算绩效目标表'],
  ['（2026年度）'],
  ['单位负责人（签字）：', '', '填报日期：2026年1月'],
];

const KINDS = [
  ...['blank', 'text', 'double', 'repeat', 'swap', 'down', 'up', 'break', 'phone', 'merge'],
  ...['dropColumn', 'addColumn', 'dropCell', 'addCell'],
  ...['repeatHeader', 'cut', 'cutWithHeader', 'cutWithTitle', 'copyRows', 'row', 'dropRow', 'moveRow'],
] as const;

/** One accident. */
const damage = fc.record({
  kind: fc.constantFrom(...KINDS),
  /** Where: 0 the header, 1 the first cell of its row, 2 any filled cell, 3 a category. */
  where: fc.nat({ max: 3 }),
  at: fc.nat({ max: 9999 }),
  to: fc.nat({ max: 9999 }),
  text,
  row: fc.constantFrom(...FOOTERS),
});
type LayoutDamage = typeof damage extends fc.Arbitrary<infer Value> ? Value : never;

/** A table with so many accidents at most. */
export const layoutCase = (most: number) =>
  fc.record({
    layout: fc.constantFrom(...SAMPLES.keys()),
    kind: fc.constantFrom('tabs', 'pipes'),
    damages: fc.array(damage, { maxLength: most }),
  });
export type LayoutCase = ReturnType<typeof layoutCase> extends fc.Arbitrary<infer Value> ? Value : never;

/** A row, or a blank line where a page is cut, with the lines that a page repeats. */
type Line = Cell[] | string;

/** The tables of a case as an office prints them: a blank line ends one. @param isMerged Whether blank cells belong to those before them. */
export function printLayout(layoutCase: LayoutCase, isMerged: boolean): PrintedTable[] {
  const { sample, lines } = linesOf(layoutCase);
  const above = sample.above.length > 0 ? sample.above : [''];
  const parts: { above: string[]; rows: string[][] }[] = [{ above, rows: [] }];
  for (const line of lines)
    if (typeof line === 'string') parts.push({ above: [line.replace('## ', '')], rows: [] });
    else parts.at(-1)?.rows.push(line.map(({ text: own }) => own));
  return parts
    .filter(({ rows }) => rows.some((row) => row.length > 0))
    .map((part) => {
      const width = Math.max(...part.rows.map((row) => row.length));
      const rows = part.rows.map((row) => Array.from({ length: width }, (_, column) => row[column] ?? ''));
      return { above: part.above, table: isMerged ? mergeBlanks(rows) : toOfficeTable(rows), breaks: [] };
    });
}

/** The lines of a table after its accidents. */
function linesOf({ layout, damages }: LayoutCase): { sample: Sample; lines: Line[] } {
  const sample = must(SAMPLES.get(layout));
  const headerRows = () =>
    sample.rows
      .slice(sample.header - (layout.startsWith('E') ? 1 : 0), sample.header + 1)
      .map((row) => row.map(({ text: own }) => ({ text: own })));
  const lines = damages.reduce<Line[]>(
    (before, each) => damaged(before, sample, each, headerRows()),
    sample.rows.map((row) => [...row]),
  );
  return { sample, lines };
}

export function writeLayout(layoutCase: LayoutCase) {
  const { kind, damages } = layoutCase;
  const { sample, lines } = linesOf(layoutCase);
  const source = ['## 项目绩效目标表', '', ...sample.above.flatMap((line) => [line, ''])];
  /** Line ends within quoted cells. */
  let breaks = 0;
  const width = Math.max(...lines.map((row) => row.length));
  const lineOf = new Map<Cell, number>();
  let isFirst = true;
  for (const row of lines) {
    if (typeof row === 'string') {
      source.push('', ...(row === '' ? [] : [row, '']));
      isFirst = true;
      continue;
    }
    if (kind === 'pipes' && isFirst && row.every((cell) => cell.text === '')) continue;
    for (const cell of row) lineOf.set(cell, source.length + breaks + 1);
    if (kind === 'tabs') breaks += row.reduce((sum, cell) => sum + cell.text.split('\n').length - 1, 0);
    if (kind === 'tabs')
      source.push(row.map((cell) => pasteCell(cell.text)).join('\t') + (row.length < 2 ? '\t' : ''));
    else {
      const cells = Array.from({ length: width }, (_, column) =>
        (row[column]?.text ?? '').replaceAll('\n', '<br>'),
      );
      source.push(`| ${cells.join(' | ')} |`);
      if (isFirst) source.push(`|${' --- |'.repeat(width)}`);
    }
    isFirst = false;
  }
  return {
    source: `${source.join('\n')}\n`,
    lineOf,
    facts: sample.facts,
    damages,
    lines,
    rows: sample.rows,
    header: sample.header,
  };
}

function damaged(
  lines: readonly Line[],
  { rows, header }: Sample,
  { kind, where, at, to, text: put, row: added }: LayoutDamage,
  headerRows: Line[],
): Line[] {
  const cells = lines.flatMap((row, index) =>
    typeof row === 'string' ? [] : row.map((cell, column) => ({ cell, row: index, column })),
  );
  const head = new Set(rows[header]);
  const pools = [
    cells.filter(({ cell }) => head.has(cell)),
    cells.filter(({ column, cell }) => column === 0 && cell.text !== ''),
    cells.filter(({ cell }) => cell.text !== ''),
    cells.filter(({ cell }) => /(?:指标|成本|效益|满意度)$/.test(cell.text) && !head.has(cell)),
  ];
  const pool = [pools[where] ?? [], cells].find(({ length }) => length > 0) ?? [];
  const place = pool[at % pool.length];
  if (!place) return [...lines];
  const { row, column, cell } = place;
  const own = lines[row] as Cell[];
  const set = (changes: Record<string, string>) =>
    lines.map((line, index) =>
      typeof line === 'string'
        ? line
        : line.map((old, number) => {
            const change = changes[`${index}:${number}`];
            return change === undefined ? old : { text: change };
          }),
    );
  const here = `${row}:${column}`;
  const mapRows = (change: (line: Cell[], index: number) => Line) =>
    lines.map((line, index) => (typeof line === 'string' ? line : change(line, index)));
  const after = 1 + (to % lines.length);
  const insert = (...more: Line[]) => lines.toSpliced(after, 0, ...more);
  switch (kind) {
    case 'blank':
      return set({ [here]: '' });
    case 'text':
      return set({ [here]: put });
    case 'double':
      return set({ [`${row}:${column + 1}`]: cell.text });
    case 'repeat':
      return set({ [here]: cell.text + cell.text });
    case 'swap':
      return set({ [here]: own[column + 1]?.text ?? '', [`${row}:${column + 1}`]: cell.text });
    case 'down':
    case 'up': {
      const other = lines[row + (kind === 'down' ? 1 : -1)];
      if (!other || typeof other === 'string') return [...lines];
      return set({
        [here]: other[column]?.text ?? '',
        [`${row + (kind === 'down' ? 1 : -1)}:${column}`]: cell.text,
      });
    }
    case 'break': {
      const middle = 1 + (to % Math.max(1, cell.text.length - 1));
      return set({ [here]: `${cell.text.slice(0, middle)}\n${cell.text.slice(middle)}` });
    }
    case 'phone':
      return set({ [here]: to % 2 === 0 ? `${cell.text} 0769-12345678` : `13800138000${cell.text}` });
    case 'merge':
      return set({ [here]: cell.text + (own[column + 1]?.text ?? ''), [`${row}:${column + 1}`]: '' });
    case 'dropColumn':
      return mapRows((line) => line.toSpliced(column, 1));
    case 'addColumn':
      return mapRows((line, index) =>
        line.toSpliced(column, 0, {
          text: to % 2 === 0 ? '' : index === row ? put : index < header ? '' : '1',
        }),
      );
    case 'dropCell':
      return mapRows((line, index) => (index === row ? line.toSpliced(column, 1) : line));
    case 'addCell':
      return mapRows((line, index) =>
        index === row ? line.toSpliced(column, 0, { text: to % 2 === 0 ? '' : put }) : line,
      );
    case 'repeatHeader':
      return insert(...headerRows);
    case 'cut':
      return insert('');
    case 'cutWithHeader':
      return insert('', ...headerRows);
    case 'cutWithTitle':
      return insert('## 项目绩效目标表', ...(at % 2 === 0 ? headerRows : []));
    case 'copyRows':
      return insert(
        ...lines
          .slice(row, row + 1 + (at % 7))
          .map((line) =>
            typeof line === 'string' ? line : line.map(({ text: copied }) => ({ text: copied })),
          ),
      );
    case 'row':
      return insert(added.map((each) => ({ text: each })));
    case 'dropRow':
      return lines.toSpliced(row, 1);
    case 'moveRow':
      return lines.toSpliced(row, 1).toSpliced(after, 0, ...lines.slice(row, row + 1));
  }
}

/** The facts whose cells are all intact, that no project holds, and whose rows no warning is on. */
export function findMissed(
  { facts, lineOf, damages, lines, rows, header }: ReturnType<typeof writeLayout>,
  { projects, notices }: Pick<DisclosureReading, 'projects' | 'notices'>,
): string[] {
  // A project that is there twice is published once, with the lines of the first.
  if (notices.some(({ rule }) => rule === 'project/printed-twice')) return [];
  const known = new Set(rows.flat());
  // Rows between a merged cell and its rows: no one can know whose they are.
  const isMoved = damages.some(({ kind }) => kind === 'copyRows' || kind === 'moveRow');
  // Where the header alone was moved sideways, rows that look right are right as far as anyone knows.
  const heads = lines.filter(
    (each) => typeof each !== 'string' && each.some((cell) => rows[header]?.includes(cell)),
  );
  const isShifted = heads.some(({ length }) => length !== rows[header]?.length);
  return facts.flatMap(({ what, cells, holds }) => {
    const [cell] = cells;
    const line = cell && lineOf.get(cell);
    if (!cell || line === undefined || !cells.every((each) => lineOf.has(each))) return [];
    const row = lines.find((each): each is Cell[] => typeof each !== 'string' && each.includes(cell)) ?? [];
    // Without a category in it, a row that was moved can be of any; above the header it is no indicator.
    const hasWord = row.slice(0, row.indexOf(cell)).some((other) => /指标$|成本$/.test(other.text));
    if (isMoved && (what.endsWith('category') || (['indicator', 'target'].includes(what) && !hasWord)))
      return [];
    if (row.some((other) => other.text !== '' && !known.has(other))) return [];
    const end = line + row.reduce((sum, { text: own }) => sum + own.split('\n').length - 1, 0);
    const isSaid = notices.some(
      (notice) => notice.severity === 'warning' && (isShifted || (line <= notice.line && notice.line <= end)),
    );
    const isHeld = projects.some((project) => holds(project, line));
    return isHeld || isSaid ? [] : [`${line} ${what} ${cell.text}`];
  });
}
