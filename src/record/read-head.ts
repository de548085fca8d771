/**
 * In: the labelled cells of a table.
 * Out: the fields of the record, and the other cells as they are.
 */
import type { Cell, Position } from '../table/grid.ts';
import { shorten } from '../table/shorten.ts';
import { toPlain } from '../table/to-plain.ts';
import type { Context } from './context.ts';
import type { Period } from './disclosure-schema.ts';
import { FIELD_LABELS, TEXT_FIELDS, type TextField } from './fields.ts';
import type { Form, HeadName, Meaning } from './form.ts';
import type { LabelledCell } from './labelled-grid.ts';
import type { Funding, Positions } from './positions.ts';
import { parseAmount, toYuan } from './parse-amount.ts';
import { readBudget, type BudgetReading } from './read-budget.ts';
import { BARE_TOTAL, type Field } from './read-fields.ts';
import type { Report } from './notices.ts';
import type { Label } from './read-label.ts';
import { reportRepeated } from './report-repeated.ts';
import { readPeriod } from './read-period.ts';

/** The fields of a head, as far as they are there. */
export interface Head {
  texts: Partial<Record<TextField, string>>;
  /** Null: the form has no funds, or an error is reported. */
  budget: BudgetReading | null;
  period: Period | null;
  /** Fields that the form does not have, and cells of the period that say more than two years. In source order. */
  others: Field[];
  positions: Pick<Positions, 'name' | 'budget' | 'funding'>;
  /** The first cell of the period that is filled. Undefined: none is. */
  periodPosition: Position | undefined;
  /** Lines of the values; null where there is none. */
  lines: Record<TextField | 'budget' | 'period', number | null>;
}

/** A field of one meaning, with the index of its label in the form's list. */
interface Candidate extends Field {
  rank: number;
}

/** The fields of a head by what they mean. */
interface SortedFields {
  byName: Map<HeadName, Candidate[]>;
  others: Field[];
  funding: Field[];
  /** The unit of each label, or of the group that it is in. */
  units: Map<LabelledCell, Label['unit']>;
}

/**
 * @param inherited The unit of money in the caption; null: none.
 * @param funds The first cell that speaks of money, for a head without a budget. Undefined: none does.
 */
export function readHead(
  fields: readonly Field[],
  table: Position,
  inherited: Label['unit'],
  funds: Cell | undefined,
  context: Context,
): Head {
  const { report } = context.notices;
  const { byName, others, funding, units } = sortFields(fields, context);
  const chosen = new Map<HeadName, Field>();
  for (const [name, candidates] of byName) {
    for (const field of rankFields(candidates))
      if (!chosen.has(name)) chosen.set(name, field);
      else if (field.value) others.push(field);
  }

  const name = chosen.get('name');
  if (!name) report(table, 'project/no-name', '这张表没有“项目名称”');
  else if (!name.value) report(name.label, 'project/no-name', '“项目名称”旁边没有写名称');
  const budget = chooseSum(chosen, others, report);
  if (!budget) reportMissing(fields, table, funds, context);
  const whole = chosen.get('period');
  const first = chosen.get('start');
  const last = chosen.get('end');
  const ofPeriod = [whole, first, last].filter((field) => field !== undefined);
  const { period, isWhole } = readPeriod({ whole, first, last }, report);
  const kept = isWhole ? [] : ofPeriod.filter(({ value }) => value !== null);
  const unit = budget ? (units.get(budget.label) ?? inherited ?? unitInForm(budget, context)) : inherited;
  return {
    texts: textsOf(chosen),
    budget: budget ? readBudget(budget, unit, report) : null,
    period,
    others: [...others, ...kept].sort(
      (a, b) => a.label.line - b.label.line || a.label.column - b.label.column,
    ),
    positions: {
      name: name?.value ?? table,
      budget: budget?.value ?? table,
      funding: fundingOf(funding, budget, units, inherited, context),
    },
    periodPosition: ofPeriod.find(({ value }) => value)?.value ?? undefined,
    lines: linesOf(chosen, budget, period),
  };
}

/**
 * No label is the budget's: a blank 合计 could be, and so could a sum whose label nobody described. A table that does not speak of
 * money has no budget.
 */
function reportMissing(
  fields: readonly Field[],
  table: Position,
  funds: Cell | undefined,
  { form, notices }: Context,
): void {
  if (!funds) return;
  const unread = fields.filter(({ label }) => !form.head.has(label.key));
  const blank = unread.find(({ label, value }) => !value && BARE_TOTAL.test(label.key));
  if (blank) {
    notices.report(blank.label, 'budget/missing', `“${blank.label.text}”旁边没有写金额`);
    return;
  }
  const sums = unread.filter(({ value }) => value && parseAmount(value.text));
  const labels = sums.map(({ label }) => `“${shorten(label.text, 20)}”`).join('、');
  const advice = labels === '' ? `“${shorten(funds.text, 20)}”说的是资金` : `${labels}旁边有金额`;
  const message = `这张表没有“N年预算金额(元)”一行；${advice}，没读懂是哪一项`;
  notices.report(table, 'budget/missing', message);
}

function sortFields(fields: readonly Field[], context: Context): SortedFields {
  const { form } = context;
  const sorted: SortedFields = { byName: new Map(), others: [], funding: [], units: new Map() };
  const bodies: [Candidate, HeadName][] = [];
  let group: Group | null = null;
  for (const [place, field] of fields.entries()) {
    const { label, value, index, isGroup = false } = field;
    const { key, unit } = label.label;
    const meaning: Meaning<HeadName> | undefined =
      form.head.get(key) ?? totalIn(group, field, fields[place + 1]);
    const name: HeadName | undefined = meaning?.name;
    recordUse(field, name, context);
    reportGoal(field, context);
    if (!meaning && !isGroup) reportGlued(field, context);
    if (group && index !== undefined && index <= group.source) group.source = Infinity;
    if (group && isBelow(field, group, name)) group = null;
    // A blank column of a ledger is no group.
    if (index !== undefined && !value && name === 'funding' && isGroup && group) group.source = index;
    else if (index !== undefined && !value && (isGroup || name === 'group' || name === 'budget'))
      group = { unit, index, hasSums: isGroup || unit !== null || name === 'budget', source: Infinity };
    sorted.units.set(label, unit ?? group?.unit ?? null);

    if (name === 'funding') sorted.funding.push(field);
    if (!meaning || name === 'other' || name === 'funding') sorted.others.push(field);
    else if (name === 'group') sorted.others.push(...(value ? [field] : []));
    else if (field.isCaption && (name === 'department' || name === 'spendingUnit'))
      bodies.push([{ ...field, rank: meaning.rank }, name]);
    else if (!isGroup) addCandidate({ ...field, rank: meaning.rank }, meaning.name, sorted.byName, context);
  }
  for (const [body, name] of bodies) addBody(body, name, sorted, context);
  return sorted;
}

/** A label of a group of sums whose unit they take. */
interface Group {
  unit: Label['unit'];
  /** Its column. */
  index: number;
  /** Whether its cells are sums: it has a unit, or the first of them is one. */
  hasSums: boolean;
  /** The column of a source of money with sums of its parts. Infinity: none is open. */
  source: number;
}

/**
 * 合计 in a group of sums is its budget, where no label of the form is; 小计 where there is no 合计. Those of a source are not, nor
 * is one without a figure, or with several, each of another period, nor one below the indicators.
 */
function totalIn(
  group: Group | null,
  { label, value, index = -1, isBelow = false }: Field,
  next: Field | undefined,
): Meaning<'budget'> | undefined {
  const hasMore = next?.label.line === label.line && parseAmount(next.label.text) !== null;
  const isFirst = value && !hasMore && group?.hasSums && index <= group.source && !isBelow;
  if (isFirst && YEAR.test(label.key) && parseAmount(value.text)) return { name: 'budget', rank: LAST - 1 };
  if (!isFirst || !BARE_TOTAL.test(label.key)) return undefined;
  return { name: 'budget', rank: label.key === '小计' ? LAST + 1 : LAST };
}

/** Behind all labels of a form. */
const LAST = 1000;
/** 2026年, 2026年度 before a sum. */
const YEAR = /^(?:19|20)\d{2}年度?$/;

/** Whether a field is below the group's cell: in its column or left of it, and no sum. */
function isBelow({ index }: Field, group: Group, name: HeadName | undefined): boolean {
  if (index === undefined || index > group.index) return false;
  return name !== 'budget' && name !== 'total' && name !== 'funding';
}

/**
 * The year's sum; the whole project's where no label names the year's. The other is kept under its label. 合计 with another sum than
 * the whole project's can be of any period.
 */
function chooseSum(chosen: ReadonlyMap<HeadName, Field>, others: Field[], report: Report): Field | undefined {
  const budget = chosen.get('budget');
  const total = chosen.get('total');
  if (!budget?.value || !total?.value)
    return [budget, total].find((field) => field?.value) ?? budget ?? total;
  if (!BARE_TOTAL.test(budget.label.key)) {
    others.push(total);
    return budget;
  }
  others.push(budget);
  if (figureOf(budget.value) !== figureOf(total.value)) {
    const message = `“${total.label.text}”和“${budget.label.text}”都有金额，没读懂哪一项是当年的预算`;
    report(budget.label, 'budget/missing', message);
  }
  return total;
}

/** A sum's figure, else its text. */
function figureOf({ text }: LabelledCell): string {
  return parseAmount(text)?.figure ?? text;
}

/** Label and value, where the form has the label or a value makes it one. */
function recordUse({ label, value }: Field, name: HeadName | undefined, context: Context): void {
  if (name || value) context.useAsLabel(label);
  if (value)
    context.useAsValue(value, name && name !== 'group' && name !== 'other' ? FIELD_LABELS[name] : label.text);
}

/** The body that a line above the table names is the project's where its table names none. */
function addBody(body: Candidate, name: HeadName, sorted: SortedFields, { notices }: Context): void {
  const candidates = sorted.byName.get(name) ?? [];
  const own = candidates.find(({ value }) => value);
  if (!own?.value || !body.value) {
    sorted.byName.set(name, [...candidates, body]);
    return;
  }
  sorted.others.push(body);
  const [above, below] = [toPlain(body.value.text), toPlain(own.value.text)];
  if (above.includes(below) || below.includes(above)) return;
  const message = `这里写“${own.value.text}”，表上面写“${body.label.text}：${body.value.text}”；按这里的公开`;
  notices.report(own.value, 'field/caption-differs', message);
}

/** The same words with a value twice are an error. */
function addCandidate(
  field: Candidate,
  name: HeadName,
  byName: SortedFields['byName'],
  { notices }: Context,
): void {
  const { label, value } = field;
  const candidates = byName.get(name) ?? [];
  const first = candidates.find((other) => other.value && value && other.label.key === label.key);
  if (!first) byName.set(name, [...candidates, field]);
  else reportRepeated(label, first.label, notices.report);
}

/** A goal's label that is not the first of its row: what is right of it would be published as no goal. */
function reportGoal({ label, value }: Field, { form, notices }: Context): void {
  const goal = value && [label, value].find(({ key }) => form.goals.has(key) || form.goalSections.has(key));
  if (!goal) return;
  const message = `“${goal.text}”不是这一行的第一格，没读出是哪一项目标；请另起一行`;
  notices.report(goal, 'table/misplaced-row', message);
}

/** `主管部门青溪县水务局`: a label of the form and its value in one cell, where a tab is missing. */
function reportGlued({ label, value }: Field, { form, notices }: Context): void {
  if (value || label.text.length < 5) return;
  const plain = toPlain(label.text);
  const start = [...form.head].find(
    ([key, { name }]) => key.length >= 4 && name !== 'other' && name !== 'group' && plain.startsWith(key),
  );
  if (!start || isMoreWords(plain.slice(start[0].length), form)) return;
  const message = `“${shorten(label.text, 20)}”一格里像是连写了“${start[0]}”和它的内容，照原文列出；请在两者之间加一个制表符`;
  notices.report(label, 'field/glued', message);
}

/** Whether a label goes on with words of a label or of a sentence: 项目名称及编码, 项目单位按照要求，…. */
function isMoreWords(rest: string, form: Form): boolean {
  return /^(?:[及和与或的、，,;；]|情况|说明)|[，。；]/.test(rest) || form.head.has(rest);
}

/** Fields with a value first, then by the form's order of labels. */
function rankFields(candidates: readonly Candidate[]): Candidate[] {
  return [...candidates].sort((a, b) => Number(!a.value) - Number(!b.value) || a.rank - b.rank);
}

function textsOf(chosen: ReadonlyMap<HeadName, Field>): Head['texts'] {
  return Object.fromEntries(
    TEXT_FIELDS.flatMap((name) => {
      const text = chosen.get(name)?.value?.text;
      return text === undefined ? [] : [[name, text]];
    }),
  );
}

/** The sources of the budget's money. Only labels in the column of the budget's label; another column is another period. */
function fundingOf(
  fields: readonly Field[],
  budget: Field | undefined,
  units: SortedFields['units'],
  inherited: Label['unit'],
  context: Context,
): Funding[] {
  if (!budget) return [];
  const isWide = fields.some(
    ({ label }) => label.line === fields[0]?.label.line && label !== fields[0].label,
  );
  return fields.flatMap((field) => {
    const { label, value } = field;
    if (!value || (isWide && isLeftOf(field, budget))) return [];
    const amount = parseAmount(value.text);
    const unit = amount?.unit ?? units.get(label) ?? inherited ?? unitInForm(field, context);
    if (!amount || !unit) return [];
    return [{ label: label.text, text: value.text, yuan: toYuan(amount.figure, unit), position: value }];
  });
}

/** The unit that the form names for a label, for tables that name none. */
function unitInForm({ label }: Field, { form }: Context): Label['unit'] {
  return form.units.get(label.key) ?? null;
}

/** By columns of the table; by characters where one is above the table. */
function isLeftOf(field: Field, budget: Field): boolean {
  return field.index === undefined || budget.index === undefined
    ? field.label.column < budget.label.column
    : field.index < budget.index;
}

function linesOf(
  chosen: ReadonlyMap<HeadName, Field>,
  budget: Field | undefined,
  period: Period | null,
): Head['lines'] {
  const lineOf = (name: HeadName) => chosen.get(name)?.value?.line ?? null;
  return {
    name: lineOf('name'),
    type: lineOf('type'),
    level: lineOf('level'),
    department: lineOf('department'),
    spendingUnit: lineOf('spendingUnit'),
    budget: budget?.value?.line ?? null,
    period: period && (lineOf('start') ?? lineOf('period')),
  };
}
