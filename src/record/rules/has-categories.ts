import { CATEGORY_WORDS } from '../categories.ts';
import { at, type Rule } from './rule.ts';

/** A table has the categories that all forms of its year have, as a category or a subcategory. */
export const hasCategories: Rule = {
  id: 'indicator/missing-category',
  check({ indicators, year }, { table }) {
    const required = CATEGORY_WORDS.filter(({ since }) => since !== null && year >= since);
    const missing = required
      .map(({ word }) => word)
      .filter(
        (word) =>
          !indicators.some(
            ({ category, subcategory }) => category.includes(word) || subcategory.includes(word),
          ),
      );
    return missing.length === 0 ? [] : [at(table, `这张表没有${missing.join('、')}指标`)];
  },
};
