import { toPlain } from '../../table/to-plain.ts';
import { CATEGORIES, CATEGORY_WORDS } from '../categories.ts';
import { isOfCategory } from '../is-of-category.ts';
import { at, type Rule } from './rule.ts';

/** Each indicator has one of the four categories. Another word there is often a shifted row. */
export const knownCategory: Rule = {
  id: 'indicator/unknown-category',
  check({ indicators }, positions) {
    return indicators.flatMap((indicator) => {
      const { category, subcategory, name } = indicator;
      const position = positions.of(indicator);
      if (!CATEGORIES.some((word) => toPlain(category).startsWith(word))) {
        const written = category === '' ? '没有写' : `是“${category}”`;
        const words = CATEGORY_WORDS.map(({ word }) => word).join('、');
        const message = `“${name}”的一级指标${written}，不是${words}指标之一；请看这一行是否移了列`;
        return [at(position, message)];
      }
      if (!isOfCategory(subcategory, category)) {
        const message = `“${name}”的二级指标“${subcategory}”不属于一级指标“${category}”，照原文列出`;
        return [at(position, message)];
      }
      return subcategory === '' ? [at(position, `“${name}”没有二级指标`)] : [];
    });
  },
};
