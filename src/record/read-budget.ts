import type { Budget } from './disclosure-schema.ts';
import type { Report } from './notices.ts';
import { parseAmount, toYuan } from './parse-amount.ts';
import type { Field } from './read-fields.ts';
import type { Label } from './read-label.ts';
import type { RuleId } from './rules/catalogue.ts';

/** A budget row that has been read. */
export interface BudgetReading {
  budget: Budget;
  /** The year in the label. Null: the label names none. */
  year: number | null;
}

/**
 * Reads `2026年预算金额(元) 27,700.00`. Null: it can't be read, and an error is reported.
 *
 * @param inherited Unit of the group label or the caption; a unit in the row wins.
 */
export function readBudget(
  { label, value }: Field,
  inherited: Label['unit'],
  report: Report,
): BudgetReading | null {
  const fail = (rule: RuleId, message: string): null => {
    report(value ?? label, rule, message);
    return null;
  };
  if (!value) return fail('budget/missing', `“${label.text}”旁边没有写金额`);
  const written = `预算金额 \`${value.text}\``;
  const amount = parseAmount(value.text);
  if (!amount) return fail('budget/not-a-number', `${written} 不是数字，应为如 27,700.00 的金额`);
  const { unit, year } = label.label;
  if (amount.unit && unit && amount.unit !== unit) {
    const message = `${written} 以${amount.unit}计，左边的“${label.text}”却以${unit}计，应只写一个单位`;
    return fail('budget/two-units', message);
  }
  const chosen = amount.unit ?? unit ?? inherited;
  if (!chosen)
    return fail('budget/no-unit', `${written} 没有单位，应在“${label.text}”后写明（元）或（万元）`);
  const yuan = toYuan(amount.figure, chosen);
  if (yuan.decimalPlaces() > 2)
    return fail('budget/too-precise', `${written} 精确到分以下，应精确到 0.01 元`);
  return { budget: { text: value.text, yuan: yuan.toFixed(2) }, year };
}
