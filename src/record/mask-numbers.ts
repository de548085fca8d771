import { toLines } from '../table/to-lines.ts';
import type { Detail, Project, Target } from './disclosure-schema.ts';

/** What may part the groups of a number. */
const PART = String.raw`(?:\\?[-－— ])?`;
/** Mobile numbers, in groups or not, and area code with number. Amounts (`13,912,345,678.00 元`) are none. Markdown may have a backslash before a sign. */
const PHONE = String.raw`(?<![\d.,])(?:(?:\+?86[- ]?)?1[3-9]\d${PART}\d{4}${PART}\d{4}|0\d{2,3}\\?[-－—]\d{3,4} ?\d{4}|[(（]0\d{2,3}\\?[)）] ?\d{3,4} ?\d{4})(?![\d.,]*\d| *[万亿]?元)`;
/** Numbers of identity cards: six digits of a place, a day of birth, four more. */
const IDENTITY = String.raw`(?<!\d)[1-9]\d{5}${PART}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])${PART}\d{3}[\dXx](?!\d)`;
const IS_IDENTITY = new RegExp(`^${IDENTITY}$`);
const EITHER = new RegExp(`${IDENTITY}|${PHONE}`, 'g');
/** Seven places of digits and what may part them: every such number has that many. */
const LIKELY = /[\d０-９][\d０-９ ()（）－—\\-]{5}[\d０-９]/;
/** A cell of one figure, with or without a comparator. */
const BARE = /^\s*[≥≤><=＝≧≦]?\s*\d+\s*$/;
/** A label of amounts or codes. Those of people name neither. */
const FIGURE_LABEL = /^(?!.*(?:电话|手机|联系|身份|号码)).*(?:[（(][百千万亿]*元[)）]|代码|编码)[：:]?\s*$/s;
/** The same, where digits are of full width. */
const WIDE = /[０-９]/;

export interface FoundNumber {
  kind: 'phone' | 'identity';
  /** Range in the text. */
  start: number;
  end: number;
  /** Its digits in half width. */
  number: string;
}

/**
 * The telephone and identity numbers of a text, in their order. What is masked and what is reported are these.
 *
 * @param label What the text is of. A bare figure under `补助总额（元）` or `项目代码` is none.
 */
export function findNumbers(text: string, label = ''): FoundNumber[] {
  if (!LIKELY.test(text) || (BARE.test(text) && FIGURE_LABEL.test(label))) return [];
  const plain = WIDE.test(text) ? text.replaceAll(/[０-９Ｘ]/g, (digit) => digit.normalize('NFKC')) : text;
  return [...plain.matchAll(EITHER)].flatMap(({ 0: number, index }): FoundNumber[] => {
    const range = { start: index, end: index + number.length };
    if (!IS_IDENTITY.test(number)) return [{ kind: 'phone', ...range, number }];
    const whole = number.replaceAll(/[^\dXx]/g, '');
    // A place, a day and a serial number with signs between them are a code, too.
    return whole === number || hasCheckDigit(whole) ? [{ kind: 'identity', ...range, number: whole }] : [];
  });
}

/** Whether the last character of an identity number is the one that the others make (ISO 7064, MOD 11-2; GB 11643). */
function hasCheckDigit(number: string): boolean {
  const sum = Array.from(number.slice(0, 17), Number).reduce((total, digit) => (total + digit) * 2, 0);
  return '10X98765432'[sum % 11] === number.slice(17).toUpperCase();
}

/** The numbers of a row as a source writes it. */
export function findNumbersOfLine(line: string): FoundNumber[] {
  if (!LIKELY.test(line)) return [];
  const cells = [...line.matchAll(/[^\t|]+/g)];
  const labels = labelsOf(cells.map(([cell]) => cell));
  return cells.flatMap(({ 0: cell, index: offset }, place) =>
    findNumbers(cell, labels[place]).map(({ start, end, ...number }) => ({
      ...number,
      start: start + offset,
      end: end + offset,
    })),
  );
}

/**
 * A text with its telephone and identity numbers masked: the first three characters stay, the rest are `*`, the length is the same.
 *
 * @param label What the text is of.
 */
export function maskNumbers(text: string, label = ''): string {
  return mask(text, findNumbers(text, label));
}

/** The cells of a row, masked. */
export function maskCells(cells: readonly string[]): string[] {
  const labels = labelsOf(cells);
  return cells.map((cell, place) => maskNumbers(cell, labels[place]));
}

/** What each cell of a row is of: the last text to its left that is no bare figure. */
function labelsOf(cells: readonly string[]): string[] {
  let label = '';
  return cells.map((cell) => {
    const own = label;
    if (!BARE.test(cell)) label = cell.trim() || label;
    return own;
  });
}

/** The lines of a source, masked. Line ends stay as they are. */
export function maskLines(text: string): string {
  return LIKELY.test(text)
    ? text.replaceAll(/[^\r\n]+/g, (line) => mask(line, findNumbersOfLine(line)))
    : text;
}

function mask(text: string, numbers: readonly FoundNumber[]): string {
  let masked = '';
  let at = 0;
  for (const { start, end } of numbers) {
    masked += `${text.slice(at, start + 3)}${'*'.repeat(end - start - 3)}`;
    at = end;
  }
  return masked + text.slice(at);
}

/** How the front matter names an identity number without repeating it: `110105…002X`. */
export function abbreviate(number: string): string {
  return `${number.slice(0, 6)}…${number.slice(-4).toUpperCase()}`;
}

/** Numbers of a text's lines on which a telephone or identity number is masked, from 1. */
export function maskedLines(text: string): number[] {
  return toLines(text).flatMap((line, index) => (findNumbersOfLine(line).length === 0 ? [] : [index + 1]));
}

/**
 * A project as pages, search and downloads may show it: personal numbers masked in every text that an office wrote freely.
 *
 * The record itself, the source file and the office's own file keep them: they are the original, byte for byte.
 */
export function maskProject(project: Project): Project {
  return {
    ...project,
    name: maskNumbers(project.name),
    type: maskOptional(project.type),
    level: maskOptional(project.level),
    department: maskOptional(project.department),
    spendingUnit: maskOptional(project.spendingUnit),
    goals: { period: maskOptional(project.goals.period), annual: maskOptional(project.goals.annual) },
    indicators: project.indicators.map((indicator) => ({
      ...indicator,
      category: maskNumbers(indicator.category),
      subcategory: maskNumbers(indicator.subcategory),
      name: maskNumbers(indicator.name),
      periodTarget: maskTarget(indicator.periodTarget, indicator.name),
      annualTarget: maskTarget(indicator.annualTarget, indicator.name),
      details: indicator.details.map(maskDetail),
    })),
    otherFields: project.otherFields.map(maskDetail),
  };
}

/** @param label What the target is of. What was derived from a masked cell would tell its number. */
export function maskTarget(target: Target | null, label: string): Target | null {
  const text = maskNumbers(target?.text ?? '', label);
  if (target === null || text === target.text) return target;
  return { text, comparator: null, value: null, upper: null, unit: null };
}

/** With the rest of it, such as its line, as it is. */
export function maskDetail<Field extends Detail>(field: Field): Field {
  return { ...field, label: maskNumbers(field.label), value: maskNumbers(field.value, field.label) };
}

export function maskOptional(text: string | null): string | null {
  return text === null ? null : maskNumbers(text);
}
