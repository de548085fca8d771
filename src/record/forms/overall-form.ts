/** The labels of 《部门（单位）整体支出绩效目标表》 that a table of results does not have; the others are those of `resultForm`. */
import { toLabels } from '../form.ts';
import words from './forms.json' with { type: 'json' };

const { overall } = words;

export const overallForm = {
  /** 任务名称. */
  taskNames: toLabels(overall.taskNames),
  /** 主要内容. */
  taskContents: toLabels(overall.taskContents),
  /** The merged cell left of the tasks: 年度主要任务. */
  taskGroups: toLabels(overall.taskGroups),
  /** The row that adds the tasks up: 金额合计. */
  taskTotals: toLabels(overall.taskTotals),
};
