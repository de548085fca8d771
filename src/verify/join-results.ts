/**
 * In: the projects and the results of a site, as published in JSON.
 * Out: which result answers which project, worked out again, with the rows of both and what they come to.
 */
import { dirname } from 'node:path';
import type { RecordedAnswer, RecordedIndicator, RecordedProject, RecordedResult, Target } from './record.ts';
import { addZeros } from './compare-tables.ts';
import { groupDigits } from './sums.ts';

/** A target with where it is written. */
interface ShownTarget {
  target: Target;
  from: 'target' | 'result';
  line: number;
  isReached: boolean | null;
  /** `多 16.5 万平方米`; empty: there is none. */
  difference: string;
}

/** A row of the page of a result. */
export interface JoinedRow {
  indicator: RecordedIndicator | null;
  answer: RecordedAnswer | null;
  /** Of two, that of the table of targets first. */
  targets: ShownTarget[];
}

export interface JoinedResult {
  result: RecordedResult;
  project: RecordedProject | null;
  /** Projects that it may answer. */
  unclear: readonly RecordedProject[];
  /** Those of the result in its order, then those that it lacks. */
  rows: readonly JoinedRow[];
  /** `9 项指标里，4 项的实际数达到目标，3 项没有达到。` */
  outcomes: string;
}

const CODE = /^项目(?:代码|编码|编号)$/;
const ZEROS: Record<string, number> = { 元: 0, 千元: 3, 万元: 4, 百万元: 6, 亿元: 8 };
/** Digits behind the point, more than any table has. */
const PLACES = 20;

/** A result answers the project that has its code; or its name, in its file or of its body. Where two could be meant, it answers none. */
export function joinResults(
  projects: readonly RecordedProject[],
  results: readonly RecordedResult[],
): JoinedResult[] {
  // Only the name or the code can make a pair.
  const byName = Map.groupBy(projects, ({ name }) => fold(name));
  const byCode = Map.groupBy(projects, (project) => fold(codeOf(project) ?? ''));
  const found = results.map((result) => {
    const likely = [
      ...(byName.get(fold(result.name)) ?? []),
      ...(result.code === null ? [] : (byCode.get(fold(result.code)) ?? [])),
    ];
    return { result, candidates: [...new Set(likely)].filter((each) => mayAnswer(result, each)) };
  });
  const counts = new Map<RecordedProject, number>();
  for (const project of found.flatMap(({ candidates }) => candidates))
    counts.set(project, (counts.get(project) ?? 0) + 1);
  return found.map(({ result, candidates }) => {
    const [first] = candidates;
    const project = first && candidates.length === 1 && counts.get(first) === 1 ? first : null;
    const rows = joinRows(project?.indicators ?? [], result.indicators);
    return { result, project, unclear: project ? [] : candidates, rows, outcomes: describe(rows) };
  });
}

function codeOf({ otherFields }: RecordedProject): string | undefined {
  return otherFields.find(({ label, value }) => CODE.test(label.trim()) && value.trim() !== '')?.value;
}

function mayAnswer(result: RecordedResult, project: RecordedProject): boolean {
  const code = codeOf(project);
  const isSameCode = isSame(result.code, code);
  const hasOtherCode = result.code !== null && code !== undefined && !isSameCode;
  const bodyOf = (of: RecordedProject | RecordedResult) => of.spendingUnit ?? of.department;
  const isOfFile = dirname(project.id) === dirname(dirname(result.id));
  const isOfBody = project.year === result.year && isSame(bodyOf(project), bodyOf(result));
  return (
    (project.year === result.year && isSameCode) ||
    (!hasOtherCode && isSame(project.name, result.name) && (isOfFile || isOfBody))
  );
}

function isSame(a: string | null | undefined, b: string | null | undefined): boolean {
  return typeof a === 'string' && typeof b === 'string' && fold(a) === fold(b);
}

function fold(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s/g, '');
}

/** Rows of one name in both tables; the name may occur once in each, else with its subcategory, else with its category, too. */
function joinRows(indicators: readonly RecordedIndicator[], answers: readonly RecordedAnswer[]): JoinedRow[] {
  const pairs = new Map<RecordedAnswer, RecordedIndicator>();
  for (const parts of [['category', 'subcategory', 'name'], ['subcategory', 'name'], ['name']] as const) {
    const keyOf = (row: RecordedIndicator | RecordedAnswer) =>
      parts.map((part) => fold(row[part])).join('\n');
    const taken = new Set(pairs.values());
    for (const answer of answers) {
      const key = keyOf(answer);
      const [indicator, ...others] = indicators.filter((each) => keyOf(each) === key);
      const isAlone = others.length === 0 && answers.filter((each) => keyOf(each) === key).length === 1;
      if (indicator && isAlone && !taken.has(indicator) && !pairs.has(answer)) pairs.set(answer, indicator);
    }
  }
  const answered = new Set(pairs.values());
  return [
    ...answers.map((answer) => toRow(pairs.get(answer) ?? null, answer)),
    ...indicators.flatMap((each) => (answered.has(each) ? [] : [toRow(each, null)])),
  ];
}

function toRow(indicator: RecordedIndicator | null, answer: RecordedAnswer | null): JoinedRow {
  const actual = answer?.actual ?? null;
  const published = indicator && (indicator.annualTarget ?? indicator.periodTarget);
  const repeated = answer?.target ?? null;
  const ofProject = published ? [show(published, 'target', indicator.line, actual)] : [];
  const ofResult = repeated && answer ? [show(repeated, 'result', answer.line, actual)] : [];
  const [first] = ofProject;
  if (!first || !repeated || !isSameTarget(first.target, repeated))
    return { indicator, answer, targets: [...ofProject, ...ofResult] };
  const targets = ofResult.map((each) =>
    canCompare(first.target, actual)
      ? { ...each, isReached: first.isReached, difference: first.difference }
      : each,
  );
  return { indicator, answer, targets };
}

/** Whether two tables say the same target. A sign or a unit that one of them leaves out makes no difference. */
export function isSameTarget(a: Target, b: Target): boolean {
  if (fold(a.text) === fold(b.text)) return true;
  const isEqual = (one: string | null, other: string | null) =>
    one === null || other === null ? one === other : scale(one) === scale(other);
  const isLeftOut = (one: string | null, other: string | null) =>
    one === null || other === null || one === other;
  return (
    a.value !== null &&
    b.value !== null &&
    isEqual(a.value, b.value) &&
    isEqual(a.upper, b.upper) &&
    isLeftOut(a.comparator, b.comparator) &&
    isLeftOut(a.unit, b.unit)
  );
}

/** Two figures of one unit, or two sums of money; what was reached has no other sign than =. */
function canCompare(target: Target, actual: Target | null): actual is Target {
  if (!actual || (actual.comparator !== null && actual.comparator !== '=')) return false;
  const areFigures = [target, actual].every(({ value, upper }) => value !== null && upper === null);
  return areFigures && (target.unit === actual.unit || [target, actual].every(isMoney));
}

function isMoney({ unit }: Target): boolean {
  return unit !== null && ZEROS[unit] !== undefined;
}

function show(target: Target, from: ShownTarget['from'], line: number, actual: Target | null): ShownTarget {
  if (!canCompare(target, actual)) return { target, from, line, isReached: null, difference: '' };
  const inYuan = isMoney(target) && isMoney(actual);
  const scaled = ({ value, unit }: Target) =>
    scale(addZeros(value ?? '', inYuan ? (ZEROS[unit ?? ''] ?? 0) : 0));
  const distance = scaled(actual) - scaled(target);
  const isReached = {
    '≥': distance >= 0n,
    '≤': distance <= 0n,
    '>': distance > 0n,
    '<': distance < 0n,
    '=': distance === 0n,
  }[target.comparator ?? ''];
  const unit = target.unit === actual.unit || !inYuan ? (target.unit ?? '') : '元';
  // In the unit that both have.
  const size = unit === '元' || !inYuan ? distance : scale(actual.value ?? '') - scale(target.value ?? '');
  const difference = distance === 0n ? '' : `${distance < 0n ? '少' : '多'} ${inWords(size, unit)}`;
  return { target, from, line, isReached: isReached ?? (distance === 0n ? true : null), difference };
}

function inWords(size: bigint, unit: string): string {
  const digits = String(size < 0n ? -size : size).padStart(PLACES + 1, '0');
  const part = digits.slice(-PLACES).replace(/0+$/, '');
  const figure = groupDigits(`${digits.slice(0, -PLACES)}${part && `.${part}`}`);
  const name = unit === '%' ? '个百分点' : unit;
  return name === '' || /^[%‰℃]/.test(name) ? figure + name : `${figure}\u00A0${name}`;
}

/** An exact figure as a whole number. */
function scale(figure: string): bigint {
  const [, minus = '', whole = '0', part = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(figure) ?? [];
  return BigInt(minus + whole + part.padEnd(PLACES, '0'));
}

/** Only what is written as figures is counted as reached or not. */
function describe(rows: readonly JoinedRow[]): string {
  const kinds = rows.map(({ answer, targets }) => {
    if (!answer?.actual) return '项没有写实际完成值';
    if (targets.length > 1) return '项有两个目标数';
    const isReached = targets[0]?.isReached ?? null;
    return isReached === null ? '项不能按数比较' : isReached ? '项的实际数达到目标' : '项没有达到';
  });
  const order = [
    '项的实际数达到目标',
    '项没有达到',
    '项有两个目标数',
    '项不能按数比较',
    '项没有写实际完成值',
  ];
  const parts = order.flatMap((kind) => {
    const { length } = kinds.filter((each) => each === kind);
    return length === 0 ? [] : [`${length} ${kind}`];
  });
  return `${rows.length} 项指标里，${parts.join('，')}。`;
}
