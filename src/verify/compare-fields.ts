/**
 * In: the rows of a project that hold no indicators, the lines above its table, and the project as published.
 * Out: each cell that is neither a published value, nor its label, nor a label of a form without a value, nor a caption; and each
 * published value that no cell holds.
 */
import { isHeader, type ColumnCell } from './compare-indicators.ts';
import { isShownAs } from './is-shown-as.ts';
import type { Comparison, RecordedProject } from './record.ts';
import type { SourceRow } from './source-tables.ts';
import { bareWord, isLabel, means, plainWord, type Words } from './words.ts';

/** What surrounds the indicators of a project. */
export interface Surroundings {
  project: RecordedProject;
  /** The lines of a caption above the table, as rows of one cell; then the rows that hold no indicators. */
  rows: readonly SourceRow[];
  header: SourceRow | undefined;
  /** Whether the header is the header of several projects. */
  isLedger: boolean;
  /** The lines above the table, without the marks of headings. */
  above: readonly string[];
  /** The lines and cells that may name the unit of the budget: those that hold no indicators. */
  near: readonly string[];
  /** Lines that a notice reports as in no project. */
  outside: ReadonlySet<number>;
  columnCells: readonly ColumnCell[];
  words: Words;
}
interface Cell {
  line: number;
  endLine: number;
  text: string;
  column: number;
  /** Undefined: nothing published has claimed the cell. */
  role?: 'label' | 'value';
}
/** A value that can be published under a label, with the cells that hold both. */
interface Pair {
  label: string;
  value: string;
  labels: Cell[];
  values: Cell[];
  line: number;
  endLine: number;
}
/** A published value: what pair of cells it can be, and what to say if there is none. */
interface Wanted {
  isMeant: (pair: Pair) => boolean;
  loss: string;
}

/** The meanings of labels that end a goal. */
const LABELS = 'name type level department spendingUnit budget funding group other period start end'.split(
  ' ',
);
const GOALS = ['goals', 'periodGoal', 'annualGoal'];
const YEARS = /^\(?(?:19|20)\d{2}年?(?:[-~—–至到]+(?:19|20)\d{2}年?)?\)?$/;
const SERIAL = /^(?:序号|编号)$/;
const NUMBER = /^[\d一二三四五六七八九十百()、.-]{1,6}$/;
const UNIT = /(?:\(|单位:?)(?:金额)?(?:单位:?)?(?:人民币)?(万?元)\)?/g;
/** The title of a table, its year, the unit of its sums, the number of an annex. */
const TITLE =
  /^(?:[^。;]*绩效(?:目标|自评|评价)[^。;]*[表册](?:\([^()]*\))?|\(?(?:19|20)\d{2}年度?\)?|\(?(?:金额)?单位:?(?:人民币)?万?元\)?|附[件表][\d一二三四五六七八九十]*:?)$/;
/** Characters of a line above a table, at most. */
const LONGEST = 80;
/** A line above a table that is a field: `填报单位：青溪县水务局`. */
const FIELD_LINE =
  /^(?:填报|编制|申报|项目|预算|主管)?(?:单位|部门|日期|时间|年度)(?:名称)?(?:\([^()]*\))?:(?!(?:人民币)?万?元\)?$)./;

export function compareFields(surroundings: Surroundings, comparison: Comparison): void {
  const { project, rows, header, isLedger, above, near, outside, columnCells, words } = surroundings;
  const { losses } = comparison;
  const cellsOf = (row: SourceRow) =>
    row.cells.flatMap((text, column): Cell[] =>
      text === '' ? [] : [{ text, column, line: row.line, endLine: row.endLine }],
    );
  const goalRows = isLedger ? [] : rowsOfGoals(rows, header, words);
  const goals = readGoals(goalRows.map(cellsOf), words);
  const fieldRows = rows.filter((row) => !goalRows.includes(row)).map(cellsOf);
  const columns = readColumns(columnCells, header, isLedger);
  const inGoals = columns.filter(({ label }) => isLedger && means(words, label, 'periodGoal', 'annualGoal'));
  const pairs = [
    ...fieldRows.flatMap(readPairs),
    ...columns.filter((pair) => !inGoals.includes(pair)),
    ...goals.others,
  ];
  const { budget, period, source } = project;
  const wanted = [
    ...(['name', 'type', 'level', 'department', 'spendingUnit'] as const).flatMap((meaning): Wanted[] => {
      const text = project[meaning];
      const isMeant = ({ label, value }: Pair) =>
        means(words, label, meaning) && isShownAs(value, text ?? '');
      const loss = `${source.startLine} 行起 原文没有“${meaning}”的“${text ?? ''}”`;
      return text === null ? [] : [{ isMeant, loss }];
    }),
    {
      isMeant: (pair: Pair) =>
        means(words, pair.label, 'budget') && pair.value === budget.text && isAmount(budget.yuan, pair, near),
      loss: `${source.startLine} 行起 预算金额“${budget.text}”，发布的是 ${budget.yuan} 元`,
    },
    ...project.otherFields.map(({ label, value, line }): Wanted => ({
      isMeant: (pair) =>
        isShownAs(pair.label, label) &&
        isShownAs(pair.value, value) &&
        pair.line <= line &&
        line <= pair.endLine,
      loss: `${line} 行 原文没有“${label}”的“${value}”`,
    })),
  ];
  comparison.cells += project.otherFields.length;
  const { taken, missed } = assign(wanted, pairs);
  // Where no cell says it, a line above the table may be the name: `道路养护项目绩效目标表`.
  const isNamed = pairs.some(({ label, value }) => value !== '' && means(words, label, 'name'));
  const isAbove = !isNamed && above.some((line) => line.includes(project.name));
  losses.push(...missed.filter((each) => !isAbove || each !== wanted[0]).map(({ loss }) => loss));
  for (const { labels, values } of taken) {
    for (const cell of labels) cell.role = 'label';
    for (const cell of values) cell.role = 'value';
  }
  if (!isPeriod(period, pairs, goals.labels, words))
    losses.push(
      `${project.source.startLine} 行起 原文没有实施周期 ${period?.start ?? ''} 至 ${period?.end ?? ''}`,
    );
  for (const key of ['period', 'annual'] as const) {
    const ofColumn = inGoals.filter(({ label }) => means(words, label, `${key}Goal`));
    const expected = [...goals[key], ...ofColumn.flatMap(({ values }) => values.slice(0, 1))];
    const text = expected.map((cell) => cell.text).join('\n');
    if (!isShownAs(text, project.goals[key] ?? ''))
      losses.push(
        `${expected[0]?.line ?? project.source.startLine} 行 目标“${text}”，发布的是“${project.goals[key] ?? ''}”`,
      );
    for (const cell of [...expected, ...ofColumn.flatMap(({ values }) => values)]) cell.role = 'value';
  }
  const cells = [
    ...fieldRows.filter((row) => !row.every(({ text }) => isTitle(text))).flat(),
    ...goals.others.flatMap(({ values }) => values),
    ...columns.flatMap(({ values }) => values),
  ];
  const body = fieldRows.findIndex((row) => !row.every(({ text }) => isCaption(text)));
  const inCaption = new Set(fieldRows.slice(0, body < 0 ? undefined : body).flat());
  for (const cell of cells)
    if (
      cell.role === undefined &&
      !outside.has(cell.line) &&
      !(inCaption.has(cell) && isTitle(cell.text)) &&
      !isLabel(words, cell.text)
    )
      losses.push(`${cell.line} 行 第 ${cell.column + 1} 格“${cell.text}”`);
}

/**
 * A pair for each published value. A cell is a value once, or a label, and a label without a value is published once. What is
 * left without a pair goes first the next time, as long as that helps.
 */
function assign(wanted: readonly Wanted[], pairs: readonly Pair[]): { taken: Pair[]; missed: Wanted[] } {
  const labels = new Set<Cell>();
  const values = new Set<Cell>();
  const taken = new Set<Pair>();
  const missed = wanted.filter(({ isMeant }) => {
    const pair = pairs.find(
      (each) =>
        !taken.has(each) &&
        each.values.every((cell) => !values.has(cell) && !labels.has(cell)) &&
        each.labels.every((cell) => !values.has(cell)) &&
        isMeant(each),
    );
    if (!pair) return true;
    taken.add(pair);
    for (const cell of pair.labels) labels.add(cell);
    for (const cell of pair.values) values.add(cell);
    return false;
  });
  const isFirst = missed.every((each, index) => each === wanted[index]);
  if (isFirst) return { taken: [...taken], missed };
  const again = assign([...missed, ...wanted.filter((each) => !missed.includes(each))], pairs);
  return again.missed.length < missed.length ? again : { taken: [...taken], missed };
}

/** A title, a year, a unit, or a field with its label: what a line above a table holds. */
export function isCaption(text: string): boolean {
  return isTitle(text) || (text.length <= LONGEST && FIELD_LINE.test(plainWord(text)));
}

/** Text above a table that is no field. */
function isTitle(text: string): boolean {
  return text.length <= LONGEST && TITLE.test(plainWord(text));
}

/** From a row that begins with a goal's label to one that begins with another label, above the indicators. */
function rowsOfGoals(rows: readonly SourceRow[], header: SourceRow | undefined, words: Words): SourceRow[] {
  let isInside = false;
  return rows.filter((row) => {
    const first = row.cells.find((cell) => cell !== '');
    if (first === undefined || (header && row.line > header.line)) return false;
    isInside = means(words, first, ...GOALS) || (isInside && !means(words, first, ...LABELS));
    return isInside && !isHeader(row, words);
  });
}

/** The texts of each goal: of the goal over its column, else of the goal that was named last, else of the section. */
function readGoals(rows: readonly Cell[][], words: Words) {
  const goals = { period: [] as Cell[], annual: [] as Cell[], others: [] as Pair[], labels: [] as Cell[] };
  const byColumn = new Map<number, 'period' | 'annual'>();
  const [section] = rows.flat();
  let latest: 'period' | 'annual' | undefined;
  let sawSection = false;
  for (const cell of rows.flat()) {
    const goal = (['period', 'annual'] as const).find((name) => means(words, cell.text, `${name}Goal`));
    if (!sawSection && means(words, cell.text, 'goals')) sawSection = true;
    else if (goal) {
      byColumn.set(cell.column, goal);
      latest = goal;
      goals.labels.push(cell);
    } else {
      const name = byColumn.get(cell.column) ?? latest;
      if (name) goals[name].push(cell);
      else if (section) goals.others.push(toPair(section.text, cell.text, [], [cell]));
    }
  }
  return goals;
}

/** The cells of a column that are not an indicator's, once for each text; in a ledger, its header alone too. */
function readColumns(cells: readonly ColumnCell[], header: SourceRow | undefined, isLedger: boolean): Pair[] {
  const counted = cells.filter(
    ({ label, text }) => !isLedger || !SERIAL.test(bareWord(label)) || !NUMBER.test(plainWord(text)),
  );
  const byText = [...Map.groupBy(counted, ({ label, text }) => JSON.stringify([label, text])).values()];
  const toCell = ({ text, row, column }: ColumnCell): Cell => ({
    text,
    column,
    line: row.line,
    endLine: row.endLine,
  });
  const labels = isLedger && header ? header.cells.filter((cell) => cell !== '') : [];
  const place = { line: header?.line ?? 0, endLine: header?.endLine ?? 0 };
  return [
    ...byText.flatMap((same) => {
      const [first] = same;
      return first ? [toPair(first.label, first.text, [], same.map(toCell))] : [];
    }),
    ...labels.map((label): Pair => ({ label, value: '', labels: [], values: [], ...place })),
  ];
}

/** Neighbours, a label without a value, and a label and its value in one cell. */
function readPairs(cells: readonly Cell[]): Pair[] {
  return cells.flatMap((cell, index) => {
    const next = cells[index + 1];
    return [
      ...(next ? [toPair(cell.text, next.text, [cell], [next])] : []),
      ...cutAtColon(cell),
      toPair(cell.text, '', [], [cell]),
    ];
  });
}

function cutAtColon(cell: Cell): Pair[] {
  const colon = cell.text.search(/[:：]/);
  return colon < 0
    ? []
    : [toPair(cell.text.slice(0, colon).trim(), cell.text.slice(colon + 1).trim(), [], [cell])];
}

function toPair(label: string, value: string, labels: Cell[], values: Cell[]): Pair {
  const [first] = values;
  return { label, value, labels, values, line: first?.line ?? 0, endLine: first?.endLine ?? 0 };
}

/** The yuan of a text: in the unit of the text, else of its label, else of any text near it. */
function isAmount(yuan: string, { label, value }: Pair, around: readonly string[]): boolean {
  const [, whole = '', part = '', written] = /^([\d,]+)(?:\.(\d+))?(万?元)?$/.exec(plainWord(value)) ?? [];
  const unitsOf = (text: string) => [...plainWord(text).matchAll(UNIT)].map(([, unit]) => unit);
  const unit = written ?? unitsOf(label)[0];
  return (unit === undefined ? around.flatMap(unitsOf) : [unit]).some((each) => {
    if (whole === '' || each === undefined || !/^\d+\.\d\d$/.test(yuan)) return false;
    const digits = `${whole.replaceAll(',', '')}${part.replace(/0+$/, '').padEnd(each === '万元' ? 6 : 2, '0')}`;
    return BigInt(digits) === BigInt(yuan.replace('.', ''));
  });
}

/** Whether the years stand in their cells, or in the label of a goal. Cells that say no more than these years are claimed. */
function isPeriod(
  period: RecordedProject['period'],
  pairs: readonly Pair[],
  goalLabels: readonly Cell[],
  words: Words,
): boolean {
  // Where no cell says it, the label of a goal may: `实施周期总目标（2022年--2024年）`.
  if (!period)
    return !goalLabels.some(({ text }) => {
      const note = /\(([^()]*)\)$/.exec(plainWord(text))?.[1] ?? '';
      return means(words, text, 'periodGoal') && YEARS.test(note) && /\d{4}.*\d{4}/.test(note);
    });
  const { start, end } = period;
  const found = { start: false, end: false };
  const check = (text: string, isStart: boolean, isEnd: boolean) => {
    const years = [...plainWord(text).matchAll(/(?<!\d)(?:19|20)\d{2}(?!\d)/g)].map(Number);
    const isSame = (!isStart || years[0] === start) && (!isEnd || years.at(-1) === end);
    if (isSame && isStart) found.start = true;
    if (isSame && isEnd) found.end = true;
    return isSame;
  };
  for (const { label, value, labels, values } of pairs) {
    const isWhole = means(words, label, 'period');
    const [isStart, isEnd] = [isWhole || means(words, label, 'start'), isWhole || means(words, label, 'end')];
    if (value === '' || !(isStart || isEnd) || !check(value, isStart, isEnd) || !YEARS.test(plainWord(value)))
      continue;
    for (const cell of [...labels, ...values]) cell.role ??= labels.includes(cell) ? 'label' : 'value';
  }
  if (!found.start || !found.end) for (const { text } of goalLabels) check(text, true, true);
  return found.start && found.end;
}
