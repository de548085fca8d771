/**
 * In: the rows of a project that hold no indicators, the lines above its table, and the project as published.
 * Out: each cell that is neither a published value, nor its label, nor a label of a form without a value, nor a caption; and each
 * published value that no cell holds.
 */
import { isCaption, isTitle, statementsOf } from './captions.ts';
import {
  claim,
  pairsBelow,
  readPairs,
  toPair,
  type Cell,
  type Pair,
  type Wanted,
  wantedField,
} from './cell-pairs.ts';
import type { ColumnCell } from './compare-indicators.ts';
import { isAmount } from './is-amount.ts';
import { isPeriod } from './is-period.ts';
import { isShownAs } from './is-shown-as.ts';
import type { Comparison, RecordedProject } from './record.ts';
import { joinGoal, readGoals, rowsOfGoals } from './read-goals.ts';
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
  /** Cells of rows above that are the project's too: its body, in a merged cell or in a row of its own. */
  bodies: readonly ColumnCell[];
  /** The lines and cells that may name the unit of the budget: those that hold no indicators. */
  near: readonly string[];
  /** Lines that a notice reports as in no project. */
  outside: ReadonlySet<number>;
  columnCells: readonly ColumnCell[];
  words: Words;
}

/** The unit of a table's sums, in a cell of its own. */
const UNIT_ALONE = /^(?:\(?(?:金额)?单位:?(?:人民币)?万?元\)?|\(万?元\))$/;
/** The label of a body that stands in a row of its own. */
const UNIT = '用款单位';
const AMOUNT = /^[\d,.]+(?:万?元)?$/;
/** A total that says neither whose nor of which year it is. */
const TOTAL = /^(?:合计|总计|小计|共计|总额|总数)$/;
const YEAR = /^(?:19|20)\d{2}年度?$/;
const SERIAL = /^(?:序号|编号)$/;
const NUMBER = /^[\d一二三四五六七八九十百()、.-]{1,6}$/;

export function compareFields(surroundings: Surroundings, comparison: Comparison): void {
  const { project, rows, header, isLedger, above, bodies, near, outside, columnCells, words } = surroundings;
  const { losses } = comparison;
  const inTable = rows.filter(({ line }) => line >= project.source.startLine + above.length);
  const goalRows = isLedger ? [] : rowsOfGoals(inTable, header, words);
  const goals = readGoals(goalRows.map(cellsOf), words);
  const fieldRows = rows.filter((row) => !goalRows.includes(row)).map(cellsOf);
  const body = fieldRows.findIndex((row) => !row.every(({ text }) => isCaption(text)));
  const captions = fieldRows.slice(0, body < 0 ? undefined : body).map(cutStatements);
  fieldRows.splice(0, captions.length, ...captions);
  const columns = readColumns(columnCells, header, isLedger);
  const inGoals = columns.filter(({ label }) => isLedger && means(words, label, 'periodGoal', 'annualGoal'));
  const pairs = [
    ...fieldRows.flatMap(readPairs),
    ...pairsBelow(fieldRows),
    ...columns.filter((pair) => !inGoals.includes(pair)),
    ...goals.others,
    ...bodies
      .filter(
        ({ column, label }) => label === UNIT || !columns.some(({ values }) => values[0]?.column === column),
      )
      .map(({ label, text, row }) => ({
        ...toPair(label, text, [], []),
        line: row.line,
        endLine: row.endLine,
      })),
  ];
  // The whole project's sum where no label with a value names the year's.
  const { budget, period, source } = project;
  const meanings = [
    (label: string) => means(words, label, 'budget'),
    // 2026年 before a sum in a group of sums.
    (label: string, value: string) => YEAR.test(bareWord(label)) && value === budget?.text,
    (label: string) => means(words, label, 'total'),
    // 合计 in a group of sums.
    (label: string) => TOTAL.test(bareWord(label)),
  ];
  const isSum = meanings.find((isMeant) =>
    pairs.some(({ label, value }) => isMeant(label, value) && AMOUNT.test(plainWord(value))),
  );
  const lossOf = (meaning: 'name' | 'type' | 'level' | 'department' | 'spendingUnit') =>
    `${source.startLine} 行起 原文没有“${meaning}”的“${project[meaning] ?? ''}”`;
  const wanted = [
    ...(['name', 'type', 'level', 'department', 'spendingUnit'] as const).flatMap((meaning): Wanted[] => {
      const text = project[meaning];
      const isMeant = ({ label, value }: Pair) =>
        means(words, label, meaning) && isShownAs(value, text ?? '');
      return text === null ? [] : [{ isMeant, loss: lossOf(meaning) }];
    }),
    ...(budget
      ? [
          {
            isMeant: (pair: Pair) =>
              isSum?.(pair.label, pair.value) === true &&
              pair.value === budget.text &&
              isAmount(budget.yuan, pair, near, words),
            loss: `${source.startLine} 行起 预算金额“${budget.text}”，发布的是 ${budget.yuan} 元`,
          },
        ]
      : []),
    ...project.otherFields.map(wantedField),
  ];
  comparison.cells += project.otherFields.length;
  const missed = claim(wanted, pairs);
  // Where no cell says it, the title may hold the name, and the unit before it: `301007_青溪分局_道路养护项目绩效目标表`.
  const titles = [...above, ...captions.flat().map(({ text }) => text)];
  const isInTitle = (meaning: string, text: string) =>
    !pairs.some(({ label, value }) => value !== '' && means(words, label, meaning)) &&
    titles.some((line) => line.includes(text));
  const inTitle = new Set([
    ...(isInTitle('name', project.name) ? [lossOf('name')] : []),
    ...(isInTitle('spendingUnit', `_${project.spendingUnit ?? ''}_`) ? [lossOf('spendingUnit')] : []),
  ]);
  losses.push(...missed.flatMap(({ loss }) => (inTitle.has(loss) ? [] : [loss])));
  const funds = budget
    ? undefined
    : pairs.find(
        ({ label, value }) => isSum?.(label, value) ?? means(words, label, 'budget', 'total', 'funding'),
      );
  if (funds) losses.push(`${funds.line} 行 有“${funds.label}”，发布的没有预算金额`);
  if (!isPeriod(period, pairs, goals.labels, words))
    losses.push(
      `${project.source.startLine} 行起 原文没有实施周期 ${period?.start ?? ''} 至 ${period?.end ?? ''}`,
    );
  for (const key of ['period', 'annual'] as const) {
    const ofColumn = inGoals.filter(({ label }) => means(words, label, `${key}Goal`));
    const inColumn = ofColumn.flatMap(({ values }) => values.slice(0, 1));
    const expected = [...goals[key], ...inColumn.filter((cell) => !isBegunIn(cell, inColumn))];
    const text = joinGoal(expected);
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
  const inCaption = new Set(captions.flat());
  for (const cell of cells)
    if (
      cell.role === undefined &&
      !outside.has(cell.line) &&
      !(inCaption.has(cell) && isTitle(cell.text)) &&
      !UNIT_ALONE.test(plainWord(cell.text)) &&
      !isLabel(words, cell.text) &&
      !isSection(cell, columnCells, words)
    )
      losses.push(`${cell.line} 行 第 ${cell.column + 1} 格“${cell.text}”`);
}

function cellsOf({ cells, line, endLine }: SourceRow): Cell[] {
  return cells.flatMap((text, column) => (text === '' ? [] : [{ text, column, line, endLine }]));
}

/** The statements of a caption, each as a cell. Some programs repeat a merged cell's text in each of its columns. */
function cutStatements(row: readonly Cell[]): Cell[] {
  const distinct = row.filter(({ text }, index) => row.findIndex((other) => other.text === text) === index);
  return distinct.flatMap((cell) => {
    const isWhole = isTitle(cell.text) && !/[:：]/.test(cell.text);
    return isWhole ? [cell] : statementsOf(cell.text).map((text) => ({ ...cell, text }));
  });
}

/** A piece of 绩效指标 (绩效指, 标) in a column without a header. */
function isSection(cell: Cell, columnCells: readonly ColumnCell[], words: Words): boolean {
  const pieces = columnCells.filter(({ label, column }) => label === '' && column === cell.column);
  return (
    pieces.some(({ row }) => row.line === cell.line) &&
    means(words, pieces.map(({ text }) => text).join(''), 'section')
  );
}

/** The cells of a column that are not an indicator's, once for each text; in a ledger, its header alone too. */
function readColumns(cells: readonly ColumnCell[], header: SourceRow | undefined, isLedger: boolean): Pair[] {
  const counted = cells.filter(
    ({ label, text }) => !isLedger || !SERIAL.test(bareWord(label)) || !NUMBER.test(plainWord(text)),
  );
  const byText = [
    ...Map.groupBy(counted, ({ label, text }) =>
      JSON.stringify([label, text.normalize('NFKC').replaceAll(/\s/g, '')]),
    ).values(),
  ];
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

/** Whether another cell begins with the text of this one: a page cut it off, and the next says it whole. */
function isBegunIn(cell: Cell, cells: readonly Cell[]): boolean {
  const text = plainWord(cell.text);
  return cells.some(
    (other) => other !== cell && plainWord(other.text) !== text && plainWord(other.text).startsWith(text),
  );
}
