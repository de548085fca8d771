/**
 * In: the rows of a table of a whole office, the lines above it, and its record as published.
 * Out: each cell that is not published in its place, and each published value that no cell holds.
 *
 * Tasks and indicators are compared by the headers of their columns. Any other value is a cell next to its label. What is left must
 * be a word of the form, or named by a notice.
 */
import { claim, readPairs, pairsBelow, type Cell, type Pair, wantedField } from './cell-pairs.ts';
import { compareAnswers, isNamedBy } from './compare-result.ts';
import { isMoney } from './is-figure.ts';
import { isShownAs } from './is-shown-as.ts';
import { readLinesAbove, toCells, unclaimed } from './lines-above.ts';
import type { Notices } from './named-rows.ts';
import { readResultGoals } from './read-result-goals.ts';
import type { Comparison, RecordedOverall } from './record.ts';
import type { SourceRow } from './source-tables.ts';
import { isUnitAlone, isWordOfResults } from './words-of-results.ts';
import { isPlaceholder, means, type Words } from './words.ts';

/** Notices that name the cells of a row that are in no field. */
const NAMING = ['overall/unread-cells', 'indicator/blank-row', 'ledger/total-row', 'text/outside-table'];
const NUMBER = /^-?[\d,.]+(?:万?元)?$/;

/** A row of amounts: a task, or what they come to. */
type Amounts = Pick<RecordedOverall['tasks'][number], 'amounts' | 'details' | 'line'>;

export function compareOverall(
  overall: RecordedOverall,
  rows: readonly SourceRow[],
  lines: readonly string[],
  notices: Notices,
  words: Words,
  comparison: Comparison,
): void {
  const { losses } = comparison;
  const { source, goal, otherFields, funds, indicators, name } = overall;
  const { above, captions } = readLinesAbove(source, rows, lines);
  const isNamed = isNamedBy(notices, NAMING);
  const answers = indicators.map((each) => ({ ...each, actual: null, score: null, reason: null }));
  const { header, others } = compareAnswers(
    { indicators: answers, source },
    rows,
    isNamed,
    words,
    comparison,
  );
  const cells = others.map(toCells);
  const units = cells.flat().flatMap(({ text }) => (isUnitAlone(text) ? [text] : []));
  const near = [...units, ...above];
  compareTasks(overall, cells, near, words, losses);
  const isFree = (row: readonly Cell[]) => row.every(({ role }) => role === undefined);
  const ends = cells.flatMap((row) => (isFree(row) ? [] : (row[0]?.line ?? [])));
  const read = readResultGoals(cells.filter(isFree), [...ends, header?.line ?? 0], words);
  if (!isShownAs(read.expected, goal ?? ''))
    losses.push(`${source.startLine} 行起 目标“${read.expected}”，发布的是“${goal ?? ''}”`);
  const rest = cells.map((row) => row.filter(({ role }) => role === undefined));
  const pairs = [...[...captions, ...rest].flatMap(readPairs), ...pairsBelow(rest), ...read.others];
  const wanted = [
    ...(name === null
      ? []
      : [
          {
            isMeant: ({ label, value }: Pair) =>
              means(words, label, 'department', 'spendingUnit') && isShownAs(value, name),
            loss: `${source.startLine} 行起 原文没有部门（单位）“${name}”`,
          },
        ]),
    ...funds.map(({ label, text, line }) => wantedField({ label, value: text, line })),
    ...otherFields.map(wantedField),
  ];
  for (const { label, text, yuan, line } of funds)
    if (!isMoney({ text, yuan }, [label, ...near]))
      losses.push(`${line} 行 金额“${text}”，发布的是 ${yuan ?? '没有'} 元`);
  losses.push(...claim(wanted, pairs).map(({ loss }) => loss));
  for (const [index, row] of cells.entries()) {
    const isSaid = isNamed(others[index] ?? { line: 0, endLine: 0, cells: [] });
    for (const { role, text, line, column } of row)
      if (role === undefined && !isWordOfResults(text, words) && !isPlaceholder(text) && !isSaid(text))
        losses.push(`${line} 行 第 ${column + 1} 格“${text}”`);
  }
  losses.push(...unclaimed(captions));
  if (
    !source.path.includes(String(overall.year)) &&
    !lines.some((text) => text.includes(String(overall.year)))
  )
    losses.push(`${source.startLine} 行起 原文没有 ${overall.year} 年`);
}

/** Marks the cells of tasks: each is under the header that the record names. */
function compareTasks(
  { tasks, total, source }: RecordedOverall,
  rows: readonly (readonly Cell[])[],
  near: readonly string[],
  words: Words,
  losses: string[],
): void {
  const place = rows.findIndex((row) => columnsIn(row, words) !== undefined);
  const upper = rows[place];
  const at = upper && columnsIn(upper, words);
  if (!upper || !at) {
    if (tasks.length > 0 || total) losses.push(`${source.startLine} 行起 原文没有年度主要任务`);
    return;
  }
  const below = rows[place + 1] ?? [];
  const isLower =
    below.length > 0 &&
    below.every(
      (cell) =>
        (cell.column > at.content && !NUMBER.test(cell.text)) ||
        upper.some(({ text, column }) => column === cell.column && text === cell.text),
    );
  const headers = [upper, ...(isLower ? [below] : [])];
  for (const cell of headers.flat())
    if (cell.column >= at.name || means(words, cell.text, 'task group')) cell.role = 'label';
  /** The headers of a column, the lowest first. */
  const labelsOf = (column: number) =>
    headers.flatMap((row) => row.flatMap((cell) => (cell.column === column ? [cell.text] : []))).reverse();
  const overOf = (column: number) => upper.findLast((cell) => cell.column <= column)?.text ?? '';
  const take = (part: Amounts, row: readonly Cell[]) => {
    const left = [
      ...part.amounts.map(({ label, text }) => ({ label, text })),
      ...part.details.map(({ label, value }) => ({ label, text: value })),
    ];
    for (const cell of row) {
      if (cell.role !== undefined) continue;
      const [label] = labelsOf(cell.column);
      const found = left.findIndex((each) => each.label === label && isShownAs(cell.text, each.text));
      if (found < 0) continue;
      left.splice(found, 1);
      cell.role = 'value';
      const amount = part.amounts.find((each) => each.label === label && isShownAs(cell.text, each.text));
      const over = overOf(cell.column);
      if (amount && !isMoney(amount, [...labelsOf(cell.column), over, ...near]))
        losses.push(`${part.line} 行 金额“${amount.text}”，发布的是 ${amount.yuan ?? '没有'} 元`);
      const isUnder = isLower && below.some(({ column }) => column === cell.column) && over !== label;
      if (amount && amount.over !== (isUnder ? over : null))
        losses.push(`${part.line} 行 “${label}”上面是“${over}”，发布的是“${amount.over ?? ''}”`);
    }
    for (const { label, text } of left) losses.push(`${part.line} 行 原文没有“${label}”的“${text}”`);
  };
  let before = upper[0]?.line ?? 0;
  for (const task of tasks) {
    const row = rows.find(([cell]) => cell?.line === task.line) ?? [];
    if (task.line <= before) losses.push(`${task.line} 行 任务“${task.name ?? ''}”不在它的位置`);
    before = task.line;
    for (const [column, text] of [
      [at.name, task.name],
      [at.content, task.content],
    ] as const) {
      const cell = row.find((each) => each.column === column);
      if (!isShownAs(cell?.text ?? '', text ?? ''))
        losses.push(`${task.line} 行 第 ${column + 1} 格“${cell?.text ?? text ?? ''}”`);
      else if (cell) cell.role = 'value';
    }
    for (const cell of row)
      if (cell.column < at.name && means(words, cell.text, 'task group')) cell.role ??= 'label';
    take(task, row);
  }
  if (!total) return;
  const row = rows.find(([cell]) => cell?.line === total.line) ?? [];
  const label = row.find(({ text }) => isShownAs(text, total.label) && means(words, text, 'task total'));
  if (label) label.role = 'label';
  else losses.push(`${total.line} 行 原文没有“${total.label}”`);
  for (const cell of row)
    if (cell.column < at.name && means(words, cell.text, 'task group')) cell.role ??= 'label';
  take(total, row);
}

/** The columns of 任务名称 and 主要内容. */
function columnsIn(row: readonly Cell[], words: Words): { name: number; content: number } | undefined {
  const content = row.find(({ text }) => means(words, text, 'task content'));
  const name = row.findLast(
    ({ text, column }) => means(words, text, 'task name') && column < (content?.column ?? 0),
  );
  return name && content && { name: name.column, content: content.column };
}
