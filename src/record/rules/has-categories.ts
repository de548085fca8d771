import { at, type Rule } from './rule.ts';

/** 成本指标 has been a category of its own since the budgets of 2021; before, it stood under 产出. */
const COST_SINCE = 2021;

/** Every form asks for 产出 and 效益, and for 成本 since 2021. 满意度 has a rule of its own: some projects serve nobody directly. */
export const hasCategories: Rule = {
  id: 'indicator/missing-category',
  severity: 'warning',
  check({ indicators, year }, { table }) {
    const asked = ['产出', '效益', ...(year >= COST_SINCE ? ['成本'] : [])];
    const missing = asked.filter(
      (word) =>
        !indicators.some(
          ({ category, subcategory }) => category.includes(word) || subcategory.includes(word),
        ),
    );
    return missing.length === 0 ? [] : [at(table, `这张表没有${missing.join('、')}指标`)];
  },
};
