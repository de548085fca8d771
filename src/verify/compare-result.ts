/**
 * In: the rows of a table of results, the lines above it, and its result as published.
 * Out: each cell that is not published in its place, and each published value that no cell holds.
 *
 * An indicator's values are the cells of its line, under the headers of their columns; so are sums and points. Any other value is a
 * cell next to its label. What is left must be a word of the form, or named by a notice.
 */
import {
  claim,
  pairsBelow,
  readPairs,
  type Cell,
  type Pair,
  type Wanted,
  wantedField,
} from './cell-pairs.ts';
import { compareFunds, compareTotal } from './compare-funds.ts';
import { compareIndicators, type ColumnCell, type IndicatorRow } from './compare-indicators.ts';
import { isHeader, isRepeat } from './header-rows.ts';
import { hasFigures, isFigure } from './is-figure.ts';
import { isShownAs } from './is-shown-as.ts';
import { readLinesAbove, toCells, unclaimed } from './lines-above.ts';
import { noticesOn, quotes, type Notices } from './named-rows.ts';
import { readResultGoals } from './read-result-goals.ts';
import type { Comparison, Detail, RecordedAnswer, RecordedIndicator, RecordedResult } from './record.ts';
import { isUnitAlone, isWordOfResults } from './words-of-results.ts';
import type { SourceRow } from './source-tables.ts';
import { isLabel, means, plainWord, type Words } from './words.ts';

/** Notices that name the cells of a row that are in no field. */
const NAMING = ['result/unread-cells', 'indicator/blank-row', 'ledger/total-row', 'text/outside-table'];
const FIELDS = ['name', 'code', 'department', 'spendingUnit'] as const;
const YEAR = /(?<!\d)((?:19|20)\d{2})(?=年)/g;

export function compareResult(
  result: RecordedResult,
  rows: readonly SourceRow[],
  lines: readonly string[],
  notices: Notices,
  words: Words,
  comparison: Comparison,
): void {
  const { losses } = comparison;
  const { source, goals, otherFields } = result;
  const { above, captions } = readLinesAbove(source, rows, lines);
  const isNamed = isNamedBy(notices, NAMING);
  const { header, others } = compareAnswers(result, rows, isNamed, words, comparison);
  const cells = others.map(toCells);
  const isShifted = (line: number) =>
    notices.some((each) => each.rule === 'table/shifted-row' && each.line === line);
  const near = [
    ...cells
      .flat()
      .map(({ text }) => text)
      .filter((text) => isUnitAlone(text)),
    ...above,
  ];
  const inFields = compareFunds(result, cells, near, isShifted, words, comparison);
  const inTotal = compareTotal(result, cells, header, words, comparison);
  const rest = cells.map((row) => row.filter(({ role }) => role === undefined));
  const isFree = (row: readonly Cell[]) => row.every(({ role }) => role === undefined);
  const ends = cells.flatMap((row) => (isFree(row) ? [] : (row[0]?.line ?? [])));
  const read = readResultGoals(cells.filter(isFree), [...ends, header?.line ?? 0], words);
  for (const side of ['expected', 'actual'] as const)
    if (!isShownAs(read[side], goals[side] ?? ''))
      losses.push(`${source.startLine} 行起 目标“${read[side]}”，发布的是“${goals[side] ?? ''}”`);
  const pairs = [
    ...[...captions, ...rest].flatMap(readPairs),
    ...pairsBelow(rest),
    ...inTotal.pairs.filter(({ values }) => values.every(({ role }) => role === undefined)),
    ...read.others,
  ];
  const wanted = [
    ...FIELDS.flatMap((name): Wanted[] => {
      const text = result[name];
      const isMeant = ({ label, value }: Pair) => means(words, label, name) && isShownAs(value, text ?? '');
      return text === null
        ? []
        : [{ isMeant, loss: `${source.startLine} 行起 原文没有“${name}”的“${text}”` }];
    }),
    ...inFields,
    ...inTotal.wanted,
    ...otherFields.map(wantedField),
  ];
  losses.push(...claim(wanted, pairs).map(({ loss }) => loss));
  for (const [index, row] of cells.entries()) {
    const isSaid = isNamed(others[index] ?? { line: 0, endLine: 0, cells: [] });
    for (const { role, text, line, column } of row)
      if (role === undefined && !isWordOfResults(text, words) && !isSaid(text))
        losses.push(`${line} 行 第 ${column + 1} 格“${text}”`);
  }
  losses.push(...unclaimed(captions));
  if (!isYear(result, above, rows)) losses.push(`${source.startLine} 行起 原文没有 ${result.year} 年`);
}

/** Whether a notice on a row, by one of these rules, names a text. */
export function isNamedBy(
  notices: Notices,
  rules: readonly string[],
): (row: SourceRow) => (text: string) => boolean {
  return (row) => {
    const said = rules.flatMap((rule) => noticesOn(row, notices, rule).map(({ message }) => message));
    return (text) => said.some((message) => quotes(message, text));
  };
}

/** Compares the rows under the header of indicators. @returns The header, and the rows that hold none. */
export function compareAnswers(
  { indicators, source }: Pick<RecordedResult, 'indicators' | 'source'>,
  rows: readonly SourceRow[],
  isNamed: (row: SourceRow) => (text: string) => boolean,
  words: Words,
  comparison: Comparison,
): { header: SourceRow | undefined; others: SourceRow[] } {
  const { losses } = comparison;
  const byLine = Map.groupBy(indicators, ({ line }) => line);
  const places = indicators.map(({ line }) => rows.findIndex((row) => row.line === line));
  if (places.some((place, index) => place < 0 || place <= (places[index - 1] ?? -1)))
    losses.push(`${source.startLine} 行起 指标不在它们的位置`);
  const header = rows.find((row) => isHeader(row, words));
  const others: SourceRow[] = [];
  const block: IndicatorRow[] = [];
  const lossesOf = (part: readonly IndicatorRow[]): string[] => {
    const tried: Comparison = { cells: 0, losses: [] };
    if (header) checkLeft(compareIndicators(header, part, words, false, tried), words, tried.losses);
    return tried.losses;
  };
  const nameColumn = header?.cells.findIndex((cell) => means(words, cell, 'column name')) ?? -1;
  for (const row of rows) {
    const [answer] = byLine.get(row.line) ?? [];
    const isSaid = isNamed(row);
    if (row === header) continue;
    if (!header || row.line < header.line) others.push(row);
    else if (answer) {
      const indicator = toIndicator(answer, row, header, words);
      // A name that is merged over the columns left of it.
      const place = row.cells.findIndex((cell) => isShownAs(cell, answer.name));
      const isMerged = row.cells[nameColumn] === '' && place >= 0 && place < nameColumn;
      block.push({ row, indicators: isMerged ? [] : [indicator], isNamed: isMerged ? () => true : isSaid });
      if (isMerged)
        losses.push(
          ...lossesOf([{ row: spread(row, place, header, words), indicators: [indicator], isNamed: isSaid }]),
        );
      checkFigures(answer, losses);
    } else if (row.cells.every((cell) => cell === '' || isSaid(cell)))
      block.push({ row, indicators: [], isNamed: isSaid });
    else if (!isRepeat(row, header, words)) others.push(row);
  }
  if (!header) losses.push(`${source.startLine} 行起 没有指标的表头`);
  // A row that nobody could read may begin a category, or not.
  const tries = [
    block,
    block.filter(({ indicators: ofRow, row }) => ofRow.length > 0 || byLine.has(row.line)),
  ];
  losses.push(...(tries.map(lossesOf).sort((a, b) => a.length - b.length)[0] ?? []));
  return { header, others };
}

/** As an indicator of targets: what became of it is in columns that no target has. */
function toIndicator(
  answer: RecordedAnswer,
  row: SourceRow,
  { cells }: SourceRow,
  words: Words,
): RecordedIndicator {
  const { category, subcategory, name, target, line } = answer;
  const left = [...answer.details];
  // `产出指标（60%）` is among the details as it was written.
  const isGroup = ({ label }: Detail) => /^[一二]级指标$/.test(label);
  const details: Detail[] = [];
  while (left[0] && isGroup(left[0])) details.push(...left.splice(0, 1));
  const seen = new Set<string>();
  const start = cells.findIndex((cell) =>
    means(words, cell, 'column category', 'column subcategory', 'column name'),
  );
  const take = (label: string, value: string | undefined) => {
    if (value !== undefined) details.push({ label, value });
  };
  for (const [column, label] of cells.entries()) {
    const kind = (['actual', 'weight', 'score', 'reason'] as const).find((each) =>
      means(words, label, `result ${each}`),
    );
    if (column > start && kind && !seen.has(kind)) {
      seen.add(kind);
      const value = answer[kind];
      take(label, (typeof value === 'string' ? value : value?.text) ?? undefined);
    } else if (left[0] && isShownAs(label, left[0].label)) {
      // A row is moved only as far as its columns have headers: left of these its cells are where they are.
      const isHere = column > start || isShownAs(row.cells[column] ?? '', left[0].value);
      if (isHere) details.push(...left.splice(0, 1));
    }
  }
  const hasAnnual = cells.some((cell) => means(words, cell, 'column annualTarget', 'column target'));
  const isPeriod = !hasAnnual && cells.some((cell) => means(words, cell, 'column periodTarget'));
  return {
    ...{ category, subcategory, name, line },
    periodTarget: isPeriod ? target : null,
    annualTarget: isPeriod ? null : target,
    details: [...details, ...left],
  };
}

/** A row whose name is merged over the columns left of it, with the name in each. */
function spread(row: SourceRow, place: number, header: SourceRow, words: Words): SourceRow {
  const name = row.cells[place] ?? '';
  const isOf = (column: number) => means(words, header.cells[column] ?? '', 'column category', 'column name');
  const isSection = (cell: string, column: number) => column < place && isLabel(words, cell);
  const cells = row.cells.map((cell, column) => {
    if (isOf(column)) return name;
    return column === place || isSection(cell, column) ? '' : cell;
  });
  return { ...row, cells };
}

function checkFigures(
  { name, line, actual, weight, score, details }: RecordedAnswer,
  losses: string[],
): void {
  const hasUnit = details.some(({ label }) => label.includes('单位'));
  if (!hasFigures(actual, hasUnit) || !isFigure(weight) || !isFigure(score))
    losses.push(`${line} 行 “${name}”的实际完成值、分值或得分不是原文的数`);
}

/** What no indicator holds: 绩效指标 left of the columns, once, on every row, or in pieces. */
function checkLeft(left: readonly ColumnCell[], words: Words, losses: string[]): void {
  const isSection = ({ column, text }: ColumnCell) =>
    means(words, text, 'section') ||
    means(words, left.flatMap((cell) => (cell.column === column ? [cell.text] : [])).join(''), 'section');
  for (const cell of left)
    if (!isSection(cell) && !isLabel(words, cell.text))
      losses.push(`${cell.row.line} 行 第 ${cell.column + 1} 格“${cell.text}”`);
}

/** The year of the lines above the table; of its labels; of its folder. */
function isYear(
  { year, source }: RecordedResult,
  above: readonly string[],
  rows: readonly SourceRow[],
): boolean {
  const yearsIn = (texts: readonly string[]) =>
    new Set(texts.flatMap((text) => [...plainWord(text).matchAll(YEAR)].map(([, found]) => Number(found))));
  const named = yearsIn(above.filter((text) => !/日期|时间/.test(text)));
  if (named.size === 1) return named.has(year);
  return yearsIn(rows.flatMap(({ cells }) => cells)).has(year) || source.path.includes(String(year));
}
