import { Decimal } from 'decimal.js';
import type { Finding, Report } from '../table/finding.ts';
import { toPlain } from '../table/to-plain.ts';
import type { Budget } from './disclosure-schema.ts';
import type { Field } from './read-fields.ts';
import { readLabel, type Label } from './read-label.ts';

const UNITS = ['元', '万元'] as const;
const AMOUNT = /^(?<figure>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?<unit>元|万元)?$/;

/** What the budget row says. */
export interface BudgetReading {
  budget: Budget;
  /** The year in the label. Null: the label names none. */
  year: number | null;
}

/**
 * Reads `2026年预算金额(元) 27,700.00`. Null: it can't be read, and the report says why.
 *
 * @param around The unit that stands around the row: in the label of its group, above the table. The row's own comes first.
 */
export function readBudget(
  { label, value }: Field,
  around: Label['unit'],
  report: Report,
): BudgetReading | null {
  const written = readLabel(label.text);
  const fail = (rule: string, message: string): null => {
    const { line, column } = value ?? label;
    report({ rule, severity: 'error', line, column, message } satisfies Finding);
    return null;
  };

  if (!value) return fail('budget/missing', `“${label.text}”旁边没有写金额`);
  const amount = readAmount(value.text);
  if (!amount) {
    return fail('budget/not-a-number', `预算金额 \`${value.text}\` 不是数字，应为如 27,700.00 的金额`);
  }
  if (amount.unit && written.unit && amount.unit !== written.unit) {
    return fail(
      'budget/two-units',
      `预算金额 \`${value.text}\` 以${amount.unit}计，左边的“${label.text}”却以${written.unit}计，应只写一个单位`,
    );
  }
  const unit = amount.unit ?? written.unit ?? around;
  if (!unit)
    return fail(
      'budget/no-unit',
      `预算金额 \`${value.text}\` 没有单位，应在“${label.text}”后写明（元）或（万元）`,
    );

  const yuan = toYuan(amount.figure, unit);
  if (yuan.decimalPlaces() > 2) {
    return fail('budget/too-precise', `预算金额 \`${value.text}\` 精确到分以下，应精确到 0.01 元`);
  }
  return { budget: { text: value.text, yuan: yuan.toFixed(2) }, year: written.year };
}

/** A sum as written; null: the text is none. */
export function readAmount(text: string): { figure: string; unit: Label['unit'] } | null {
  const { figure, unit } = AMOUNT.exec(toPlain(text))?.groups ?? {};
  if (figure === undefined) return null;
  return { figure: figure.replaceAll(',', ''), unit: UNITS.find((name) => name === unit) ?? null };
}

export function toYuan(figure: string, unit: '元' | '万元'): Decimal {
  return new Decimal(figure).times(unit === '万元' ? 10_000 : 1);
}
