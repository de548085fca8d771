import { at, type Rule } from './rule.ts';

/** Most forms ask for a 满意度指标; a project without one says nothing of the people it serves. */
export const hasSatisfaction: Rule = {
  id: 'indicator/no-satisfaction',
  severity: 'info',
  check({ indicators }, { table }) {
    return indicators.some(({ category, subcategory }) => /满意度/.test(category + subcategory))
      ? []
      : [at(table, '这张表没有满意度指标')];
  },
};
