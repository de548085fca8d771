/**
 * In: a grid: one 《部门（单位）整体支出绩效目标表》.
 * Out: its record. Each filled cell is in it, or in a notice, or a word of the form.
 */
import { filledCells } from '../../table/grid.ts';
import type { Context } from '../context.ts';
import { overallForm } from '../forms/overall-form.ts';
import { resultForm } from '../forms/result-form.ts';
import { isPlaceholder } from '../is-placeholder.ts';
import type { LabelledCell, LabelledGrid } from '../labelled-grid.ts';
import { must } from '../must.ts';
import type { ParsedOverall } from '../overall-schema.ts';
import { parseAmount } from '../parse-amount.ts';
import { readFieldRows, type Field } from '../read-fields.ts';
import type { FileContext } from '../read-project.ts';
import type { Label } from '../read-label.ts';
import { reportOutside } from '../read-ledger.ts';
import { positionOfOther } from '../recognize-tables.ts';
import { isBlankResult } from '../results/blank-result.ts';
import { isWord } from '../results/is-word.ts';
import { joinResultHeaders } from '../results/is-result-table.ts';
import { readMoney } from '../results/read-money.ts';
import { readResultGoals } from '../results/read-result-goals.ts';
import { readResultRows } from '../results/read-result-rows.ts';
import { nameRest, withUnit } from '../results/read-results.ts';
import { nameUnread, type ResultScope } from '../results/result-scope.ts';
import { splitResult } from '../results/split-result.ts';
import { checkTasks } from './check-tasks.ts';
import { readTasks } from './read-tasks.ts';
import { splitTasks } from './split-tasks.ts';

/** @param context With the form of results. */
export function readOverall(given: LabelledGrid, file: FileContext, context: Context): ParsedOverall[] {
  const { notices } = context;
  const scope: ResultScope = {
    ...{ context, named: new Set(), unread: new Set(), cells: new Map() },
    record: { name: '整体绩效目标', unread: 'overall/unread-cells' },
  };
  const grid = joinResultHeaders(given);
  const table = positionOfOther(grid);
  const { caption, rows } = withUnit(grid, context);
  const year = file.year ?? caption.year;
  const { tasks, others } = splitTasks(rows);
  const sections = splitResult(others);
  const { header, totals, funds: unreadFunds } = sections;
  const fields = [...caption.fields, ...readFieldRows(sections.fields, resultForm)];
  const isFilled = ({ text, key }: LabelledCell) =>
    !isPlaceholder(text) && !overallForm.taskGroups.has(key) && !overallForm.taskTotals.has(key);
  if (isBlankResult(fields, sections) && !tasks?.rows.some((row) => filledCells(row).some(isFilled))) {
    const words = new Set(
      [...(tasks?.headers ?? []), ...(tasks?.rows ?? [])].flatMap((row) => filledCells(row)),
    );
    reportOutside(
      grid.rows.flatMap((row) => filledCells(row).filter((cell) => !isWord(cell) && !words.has(cell))),
      context,
    );
    notices.report(table, 'table/blank-form', '这张整体绩效目标表只有栏目，没有填写内容，没有公开');
    return [];
  }
  if (year === null || (caption.year !== null && caption.year !== year)) {
    const said = year === null ? '没有写年度' : `写的是 ${String(caption.year)} 年，文件在 ${year} 文件夹里`;
    notices.report(table, 'table/other-kind', `这是部门（单位）整体绩效目标表，${said}，没有公开`);
    return [];
  }
  for (const cell of sections.layout.flatMap((row) => filledCells(row))) context.useAsLabel(cell);
  const goals = readResultGoals(sections.goals, scope);
  const read = tasks ? readTasks(tasks, caption.unit, scope) : { tasks: [], total: null };
  const indicators = readResultRows(header, sections.indicators, scope);
  for (const row of [...totals, ...(unreadFunds ? [...unreadFunds.headers, ...unreadFunds.rows] : [])])
    nameUnread(filledCells(row), scope);
  const head = readHead([...fields, ...goals.others], caption.unit, scope);
  nameRest(given, grid, scope);
  checkTasks(read, scope);
  return [
    {
      year,
      name: head.name?.text ?? null,
      funds: head.funds,
      ...read,
      goal: goals.goals.expected,
      indicators: indicators.map(({ actual: _, score: __, reason: ___, ...indicator }) => indicator),
      otherFields: head.otherFields,
      source: {
        path: file.path,
        sha256: file.sha256,
        startLine: grid.startLine,
        endLine: grid.endLine,
        lines: { name: head.name?.line ?? null, goal: goals.lines.expectedGoal },
      },
    },
  ];
}

/** The office, its sums, and what else is labelled, each in the order of the source. */
function readHead(
  fields: readonly Field[],
  unit: Label['unit'],
  { context }: ResultScope,
): Pick<ParsedOverall, 'funds' | 'otherFields'> & { name: LabelledCell | undefined } {
  const meaningOf = ({ label }: Field) => resultForm.head.get(label.key)?.name;
  const own = (['department', 'spendingUnit'] as const).flatMap((name) =>
    fields.filter((field) => field.value && meaningOf(field) === name),
  )[0];
  const [funds, otherFields]: [ParsedOverall['funds'], ParsedOverall['otherFields']] = [[], []];
  const sorted = [...fields].sort(({ label: a }, { label: b }) => a.line - b.line || a.column - b.column);
  for (const field of sorted) {
    const { label, value } = field;
    context.useAsLabel(label);
    if (value) context.useAsValue(value, field === own ? '部门（单位）名称' : label.text);
    if (field === own) continue;
    const isSum = value !== null && isSumLabel(label) && parseAmount(value.text) !== null;
    if (isSum) {
      const { money } = readMoney(value, label.label.unit ?? unit);
      funds.push({ label: label.text, ...money, line: value.line });
    } else {
      const { line } = value ?? label;
      otherFields.push({ label: label.text, value: value?.text ?? '', line });
    }
  }
  return { name: own && must(own.value), funds, otherFields };
}

/** 年度资金总额, 基本支出, 财政拨款, or a label with a unit of money. */
function isSumLabel({ key, label }: LabelledCell): boolean {
  return label.unit !== null || /(?:资金|拨款|支出|收入|总额|预算|金额|合计|结转|结余)$/.test(key);
}
