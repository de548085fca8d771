/**
 * In: the rows of a table of results, and its sums and points as published.
 * Out: which cells these are; each of them that no cell holds under its header.
 */
import { toPair, type Cell, type Pair, type Wanted } from './cell-pairs.ts';
import { isFigure, isMoney } from './is-figure.ts';
import { isShownAs } from './is-shown-as.ts';
import type { Comparison, Detail, RecordedFunds, RecordedResult } from './record.ts';
import type { SourceRow } from './source-tables.ts';
import { isPlaceholder, means, plainWord, type Words } from './words.ts';

export const SUMS = ['initial', 'revised', 'spent'] as const;
export const POINTS = ['weight', 'rate', 'score'] as const;
const COLUMNS = [...SUMS, ...POINTS];
type Column = (typeof COLUMNS)[number];
/** Columns that no table of indicators has. */
const OF_MONEY = ['fund initial', 'fund revised', 'fund spent', 'fund rate'];
const NUMBER = /^-?[\d,]+(?:\.\d+)?(?:%|‰|分|万?元)?$/;
const TOTAL = 'fund total';

/** The columns of a header of funds, and what is left of them: labels. */
interface Header {
  at: ReadonlyMap<number, Column>;
  details: ReadonlyMap<number, string>;
  first: number;
  cells: readonly string[];
}

/** Rows of cells by line, with what each cell is. */
export type CellRows = readonly (readonly Cell[])[];

/**
 * Marks the cells of funds and of totals.
 *
 * @param rows All rows of the table that hold no indicators.
 * @param above Lines and cells that may name the unit, the nearest first.
 * @returns What is written in fields of their own.
 */
export function compareFunds(
  { funds, source }: RecordedResult,
  rows: CellRows,
  above: readonly string[],
  isShifted: (line: number) => boolean,
  words: Words,
  { losses }: Comparison,
): Wanted[] {
  const all = [...(funds.total ? [funds.total] : []), ...funds.sources];
  const place = rows.findIndex((row) => isFundHeader(row, words));
  const [upper, lower] = [rows[place], rows[place + 1]];
  for (const fund of all)
    if (![...POINTS].every((name) => isFigure(fund[name])))
      losses.push(`${fund.line} 行 “${fund.label}”的分值、执行率或得分不是原文的数`);
  const isTotal = ({ label }: RecordedFunds) =>
    label.split(' ').some((part) => means(words, part, TOTAL)) || means(words, label, TOTAL);
  if (
    (funds.total && funds.total.label !== '' && !isTotal(funds.total)) ||
    (!funds.total && funds.sources.some(isTotal))
  )
    losses.push(`${source.startLine} 行起 资金总额不是原文的资金总额`);
  if (!upper) return all.flatMap((fund) => wantedOf(fund, above, words, losses));
  const isLower =
    lower !== undefined &&
    lower.length > 0 &&
    lower.every(
      ({ text, column }) =>
        column >= readHeader(upper, words).first &&
        means(words, text, ...COLUMNS.map((name) => `fund ${name}`)),
    );
  const header = readHeader(isLower ? joinRows(upper, lower) : upper, words);
  for (const cell of [...upper, ...(isLower ? lower : [])])
    if (cell.column >= header.first) cell.role = 'label';
  const groups = upper.filter(({ column }) => column < header.first);
  const below = rows.slice(place + (isLower ? 2 : 1));
  const labels = [groups, ...below.map((row) => row.filter((cell) => isLabelOf(cell, header)))];
  const areShifted = below.some(([cell]) => cell !== undefined && isShifted(cell.line));
  const valuesOf = (row: readonly Cell[] = []) => row.filter((cell) => !isLabelOf(cell, header));
  const lastLine = Math.max(...all.map(({ line }) => line));
  const lastRow = below.findLastIndex(([cell]) => cell && cell.line <= lastLine);
  // All figures are a row too low: the last have no label, the first label no figures.
  const areLow =
    areShifted && valuesOf(below[0]).length === 0 && labels[lastRow + 1]?.length === 0 && lastRow > 1;
  const lines = all.filter((fund) => !isBlankRow(fund)).map(({ line }) => line);
  if (lines.some((line, index) => index > 1 && line <= (lines[index - 1] ?? 0)))
    losses.push(`${source.startLine} 行起 资金各行不在它们的位置`);
  for (const fund of all) {
    const index = below.findIndex(([cell]) => cell?.line === fund.line);
    const row = below[index];
    const isBlank = isBlankRow(fund);
    const hasLabel = labels[index + 1]?.length !== 0;
    // The label of figures is in their row, in a merged cell of the header, or above. That of blank cells can be in any row.
    const near = [
      ...(areLow ? [labels[index]] : [labels[index + 1], groups]),
      ...(isBlank ? labels.slice(1) : areShifted && !hasLabel ? labels.slice(1, index + 1).toReversed() : []),
    ];
    const found = near.map((cells) => runOf(cells ?? [], fund.label)).find((cells) => cells !== undefined);
    for (const cell of found ?? []) cell.role = 'label';
    if (!found) losses.push(`${fund.line} 行 原文没有资金“${fund.label}”`);
    if (isBlank) continue;
    if (row)
      compareRow(
        fund,
        row,
        header,
        [...(found ?? []).map(({ text }) => text), ...groups.map(({ text }) => text), ...above],
        isShifted(fund.line),
        losses,
      );
    else losses.push(`${fund.line} 行 没有资金“${fund.label}”的一行`);
  }
  return [];
}

/** Whether a row has its label alone. */
function isBlankRow(fund: RecordedFunds): boolean {
  return COLUMNS.every((name) => fund[name] === null) && fund.details.length === 0;
}

/** A row of two columns of money or more, and no figures. */
function isFundHeader(row: readonly Cell[], words: Words): boolean {
  const found = new Set(row.flatMap(({ text }) => OF_MONEY.filter((meaning) => means(words, text, meaning))));
  return found.size > 1 && row.every(({ text }) => !NUMBER.test(plainWord(text)));
}

function readHeader(row: readonly Cell[], words: Words): Header {
  const nameOf = (text: string) => COLUMNS.find((name) => means(words, text, `fund ${name}`));
  // 年度预算数 left of 年初预算 and 调整后预算 is their group.
  const isGroup = (index: number) => {
    const right = row.slice(index + 1).map(({ text }) => nameOf(text));
    return (
      nameOf(row[index]?.text ?? '') === 'revised' && right.includes('initial') && right.includes('revised')
    );
  };
  const start = row.findIndex(({ text }, index) => nameOf(text) !== undefined && !isGroup(index));
  const [at, details] = [new Map<number, Column>(), new Map<number, string>()];
  for (const { text, column } of row.slice(start)) {
    const name = nameOf(text);
    if (name && ![...at.values()].includes(name)) at.set(column, name);
    else details.set(column, text);
  }
  const cells: string[] = [];
  for (const { text, column } of row) cells[column] = text;
  return { at, details, first: row[start]?.column ?? 0, cells };
}

function joinRows(upper: readonly Cell[], lower: readonly Cell[]): Cell[] {
  const columns = new Map([...upper, ...lower].map((cell) => [cell.column, cell]));
  return [...columns.values()].sort((a, b) => a.column - b.column);
}

function isLabelOf({ text, column }: Cell, { first }: Header): boolean {
  return column < first && !NUMBER.test(plainWord(text)) && !isPlaceholder(text);
}

/** Neighbouring cells that say a label together. None: it is empty. */
function runOf(cells: readonly Cell[], label: string): Cell[] | undefined {
  if (label === '') return [];
  const free = cells.filter(({ role }) => role === undefined);
  for (const start of free.keys())
    for (let end = start + 1; end <= free.length; end += 1) {
      const run = free.slice(start, end);
      if (isShownAs(run.map(({ text }) => text).join(' '), label)) return run;
    }
  return undefined;
}

/** Each cell under its header, and nothing else. A row next to the header has as many cells as columns, in their order. */
function compareRow(
  fund: RecordedFunds,
  row: readonly Cell[],
  header: Header,
  labels: readonly string[],
  isShifted: boolean,
  losses: string[],
): void {
  const values = row.filter((cell) => !isLabelOf(cell, header));
  const headed = [...header.at.keys(), ...header.details.keys()].sort((a, b) => a - b);
  const isBeside = isShifted && values.some(({ column }) => !headed.includes(column));
  const left = [...fund.details];
  for (const [index, column] of headed.entries()) {
    const cell = isBeside ? values[index] : values.find((each) => each.column === column);
    const name = header.at.get(column);
    const isSum = SUMS.some((each) => each === name);
    const shown = name ? (fund[name]?.text ?? '') : cell ? takeDetail(left, header.details.get(column)) : '';
    if (!isShownAs(cell?.text ?? '', shown))
      losses.push(`${fund.line} 行 第 ${column + 1} 格“${cell?.text ?? shown}”`);
    else if (cell) cell.role = 'value';
    if (name && isSum && !isMoney(fund[name as 'spent'], [header.cells[column] ?? '', ...labels]))
      losses.push(`${fund.line} 行 金额“${shown}”，发布的是 ${fund[name as 'spent']?.yuan ?? '没有'} 元`);
  }
  for (const { label, value } of left) losses.push(`${fund.line} 行 原文没有“${label}”的“${value}”`);
  for (const name of COLUMNS)
    if (fund[name] && ![...header.at.values()].includes(name))
      losses.push(`${fund.line} 行 原文没有“${fund[name].text}”的一列`);
}

function takeDetail(details: Detail[], label = ''): string {
  const [first] = details;
  if (!first || !isShownAs(label, first.label)) return '';
  details.shift();
  return first.value;
}

/** Sums in fields of their own: 全年执行数 next to its value. */
function wantedOf(fund: RecordedFunds, above: readonly string[], words: Words, losses: string[]): Wanted[] {
  if (fund.label !== '') losses.push(`${fund.line} 行 原文没有资金“${fund.label}”`);
  const wanted = COLUMNS.flatMap((name): Wanted[] => {
    const shown = fund[name];
    if (!shown) return [];
    const isRight = ({ label }: Pair) => 'value' in shown || isMoney(shown, [label, ...above]);
    return [
      {
        isMeant: (pair) =>
          means(words, pair.label, `fund ${name}`) && isShownAs(pair.value, shown.text) && isRight(pair),
        loss: `${fund.line} 行起 原文没有“${name}”的“${shown.text}”`,
      },
    ];
  });
  const details = fund.details.map(({ label, value }): Wanted => ({
    isMeant: (pair) => isShownAs(pair.label, label) && isShownAs(pair.value, value),
    loss: `${fund.line} 行起 原文没有“${label}”的“${value}”`,
  }));
  return [...wanted, ...details];
}

/**
 * The row 总分: its points are in the columns of the indicators' points; two figures next to these are the two. What else the row has
 * are fields.
 *
 * @param header Of the indicators.
 * @returns What is written in a field of its own, and the fields of the row.
 */
export function compareTotal(
  { total }: RecordedResult,
  rows: CellRows,
  header: SourceRow | undefined,
  words: Words,
  { losses }: Comparison,
): { wanted: Wanted[]; pairs: Pair[] } {
  const ofTotal = rows.filter(
    ([first]) => first && means(words, first.text, 'result total') && header && first.line > header.line,
  );
  const pairs = ofTotal.flatMap(([label, ...values]) =>
    label ? values.map((cell) => toPair(label.text, cell.text, [label], [cell])) : [],
  );
  if (!total) return { wanted: [], pairs };
  if (!isFigure(total.weight) || !isFigure(total.score)) losses.push(`${total.line} 行 总分不是原文的数`);
  const row = ofTotal.find(([first]) => first?.line === total.line);
  if (!row) {
    const score = total.score?.text ?? '';
    const isMeant = ({ label, value, line }: Pair) =>
      line === total.line &&
      total.weight === null &&
      means(words, label, 'result total') &&
      isShownAs(value, score);
    return { wanted: [{ isMeant, loss: `${total.line} 行 原文没有总分“${score}”` }], pairs };
  }
  const under = (['weight', 'score'] as const).map((name) => {
    const column = header?.cells.findIndex((cell) => means(words, cell, `result ${name}`)) ?? -1;
    return row.find((cell) => cell.column === column && cell !== row[0]);
  });
  const figures = row.slice(1).filter(({ text }) => /^-?[\d,]+(?:\.\d+)?(?:[%‰]|分)?$/.test(plainWord(text)));
  const isBeside = figures.length === 2 && figures.some((cell) => !under.includes(cell));
  for (const [index, cell] of (isBeside ? figures : under).entries()) {
    const shown = (index === 0 ? total.weight : total.score)?.text ?? '';
    if (!isShownAs(cell?.text ?? '', shown)) losses.push(`${total.line} 行 总分“${cell?.text ?? shown}”`);
    else if (cell) cell.role = 'value';
  }
  const [label] = row;
  if (label) label.role = 'label';
  return { wanted: [], pairs };
}
