import type { Project } from '../record/disclosure-schema.ts';
import { withReading } from './format-reading.ts';
import { groupDigits } from '../record/group-digits.ts';
import { keyPromises } from './key-promises.ts';

/** One sentence that says what a project costs and promises, for descriptions: every name and value as published. */
export function composeAnswer(project: Project): string {
  const { spendingUnit, department, year, budget, indicators } = project;
  const body = spendingUnit ?? department ?? '';
  const promises = keyPromises(indicators).map(({ name, value, reading }) =>
    `${name} ${withReading({ text: value, reading })}`.trim(),
  );
  return `${body}${year}年安排 ${groupDigits(budget.yuan)} 元，承诺 ${indicators.length} 项指标：${promises.join('，')}。`;
}
