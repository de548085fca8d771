import { maskDetail, maskNumbers, maskOptional, maskTarget } from './mask-numbers.ts';
import { maskFigure, maskMoney } from './mask-result.ts';
import { must } from './must.ts';
import type { LabelledMoney, Overall, TaskMoney } from './overall-schema.ts';

/** A record of a whole office as pages and downloads may show it: personal numbers masked in every text that it wrote freely. */
export function maskOverall(overall: Overall): Overall {
  const { name, funds, tasks, total, goal, indicators, otherFields } = overall;
  return {
    ...overall,
    name: maskOptional(name),
    funds: funds.map(maskAmount),
    tasks: tasks.map((task) => ({
      ...task,
      name: maskOptional(task.name),
      content: maskOptional(task.content),
      amounts: task.amounts.map(maskTaskAmount),
      details: task.details.map(maskDetail),
    })),
    total: total && {
      ...total,
      amounts: total.amounts.map(maskTaskAmount),
      details: total.details.map(maskDetail),
    },
    goal: maskOptional(goal),
    indicators: indicators.map((indicator) => ({
      ...indicator,
      category: maskNumbers(indicator.category),
      subcategory: maskNumbers(indicator.subcategory),
      name: maskNumbers(indicator.name),
      target: maskTarget(indicator.target, indicator.name),
      weight: maskFigure(indicator.weight),
      details: indicator.details.map(maskDetail),
    })),
    otherFields: otherFields.map(maskDetail),
  };
}

function maskAmount<Amount extends LabelledMoney>(amount: Amount): Amount {
  return { ...amount, label: maskNumbers(amount.label), text: must(maskMoney(amount)).text };
}

function maskTaskAmount(amount: TaskMoney): TaskMoney {
  return { ...maskAmount(amount), over: maskOptional(amount.over) };
}
