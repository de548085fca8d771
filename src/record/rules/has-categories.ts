import { at, type Rule } from './rule.ts';

/** 成本指标 has been a category since the budgets of 2021; before, it was a subcategory of 产出. */
const COST_SINCE = 2021;

/** Every form has 产出 and 效益, and 成本 since 2021. 满意度 is a separate rule: some projects serve nobody directly. */
export const hasCategories: Rule = {
  id: 'indicator/missing-category',
  check({ indicators, year }, { table }) {
    const required = ['产出', '效益', ...(year >= COST_SINCE ? ['成本'] : [])];
    const missing = required.filter(
      (word) =>
        !indicators.some(
          ({ category, subcategory }) => category.includes(word) || subcategory.includes(word),
        ),
    );
    return missing.length === 0 ? [] : [at(table, `这张表没有${missing.join('、')}指标`)];
  },
};
