import { at, type Rule } from './rule.ts';

/** Most forms have a 满意度指标, about the people that a project serves. */
export const hasSatisfaction: Rule = {
  id: 'indicator/no-satisfaction',
  check({ indicators }, { table }) {
    return indicators.some(({ category, subcategory }) => /满意度/.test(category + subcategory))
      ? []
      : [at(table, '这张表没有满意度指标')];
  },
};
