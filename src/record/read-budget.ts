import { Decimal } from 'decimal.js';
import type { Finding, Report } from '../table/finding.ts';
import type { Budget } from './disclosure-schema.ts';
import { normalizeLabel, type Form } from './form.ts';
import type { Field } from './read-fields.ts';

const AMOUNT = /^(?<figure>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?<unit>元|万元)?$/;

/** What the budget row says. */
export interface BudgetReading {
  budget: Budget;
  /** The year in the label. Null: the label names none. */
  year: number | null;
}

/** Reads `2026年预算金额(元) 27,700.00`. Null: it can't be read, and the report says why. */
export function readBudget({ label, value }: Field, form: Form, report: Report): BudgetReading | null {
  const written = form.budget.exec(normalizeLabel(label.text))?.groups ?? {};
  const fail = (rule: string, message: string): null => {
    const { line, column } = value ?? label;
    report({ rule, severity: 'error', line, column, message } satisfies Finding);
    return null;
  };

  if (!value) return fail('budget/missing', `“${label.text}”旁边没有写金额`);
  const amount = AMOUNT.exec(value.text.normalize('NFKC').replaceAll(/\s+/g, ''))?.groups;
  if (!amount?.['figure']) {
    return fail('budget/not-a-number', `预算金额 \`${value.text}\` 不是数字，应为如 27,700.00 的金额`);
  }
  if (amount['unit'] && written['unit'] && amount['unit'] !== written['unit']) {
    return fail(
      'budget/two-units',
      `预算金额 \`${value.text}\` 以${amount['unit']}计，左边的“${label.text}”却以${written['unit']}计，应只写一个单位`,
    );
  }
  const unit = amount['unit'] ?? written['unit'];
  if (!unit)
    return fail(
      'budget/no-unit',
      `预算金额 \`${value.text}\` 没有单位，应在“${label.text}”后写明（元）或（万元）`,
    );

  const yuan = new Decimal(amount['figure'].replaceAll(',', '')).times(unit === '万元' ? 10_000 : 1);
  if (yuan.decimalPlaces() > 2) {
    return fail('budget/too-precise', `预算金额 \`${value.text}\` 精确到分以下，应精确到 0.01 元`);
  }
  return {
    budget: { text: value.text, yuan: yuan.toFixed(2) },
    year: written['year'] ? Number(written['year']) : null,
  };
}
