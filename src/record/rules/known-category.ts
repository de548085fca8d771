import { toPlain } from '../../table/to-plain.ts';
import { at, type Rule } from './rule.ts';

const CATEGORIES = /^(?:产出|效益|满意度|成本)指标/;

/** Each indicator stands under one of the four categories. Another word there is often a row that has slipped sideways. */
export const knownCategory: Rule = {
  id: 'indicator/unknown-category',
  severity: 'warning',
  check({ indicators }, places) {
    return indicators.flatMap((indicator) => {
      const { category, subcategory, name } = indicator;
      const place = places.of(indicator);
      if (!CATEGORIES.test(toPlain(category))) {
        const written = category === '' ? '没有写' : `是“${category}”`;
        return [
          at(
            place,
            `“${name}”的一级指标${written}，不是产出、效益、满意度、成本指标之一；请看这一行是否移了列`,
          ),
        ];
      }
      return subcategory === '' ? [at(place, `“${name}”没有二级指标`)] : [];
    });
  },
};
