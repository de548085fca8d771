import type { Project } from '../record/disclosure-schema.ts';
import { describeTarget } from './format-reading.ts';
import { formatYuan } from './format-yuan.ts';
import { keyPromises } from './key-promises.ts';
import { targetOf } from './target-of.ts';

/** One sentence that says what a project costs and promises, for descriptions: every name and value as published. */
export function composeAnswer(project: Project): string {
  const { spendingUnit, department, year, budget, indicators } = project;
  const body = spendingUnit ?? department ?? '';
  const promises = keyPromises(indicators).map((indicator) => {
    const target = targetOf(indicator);
    return target ? `${indicator.name} ${describeTarget(target)}` : indicator.name;
  });
  return `${body}${year}年${budget ? `安排 ${formatYuan(budget.yuan)}，` : ''}承诺 ${indicators.length} 项指标：${promises.join('，')}。`;
}
