import type { ParsedIndicator } from '../disclosure-schema.ts';
import { at, type Rule } from './rule.ts';

/** One indicator stands in a table once: the same category, subcategory, name and unit again is likely a row pasted twice. */
export const indicatorsAreUnique: Rule = {
  id: 'indicator/duplicate',
  severity: 'warning',
  check({ indicators }, places) {
    const first = new Map<string, ParsedIndicator>();
    return indicators.flatMap((indicator) => {
      const key = [indicator.category, indicator.subcategory, indicator.name]
        .join('\n')
        .replaceAll(/[^\S\n]+/g, '');
      const other = first.get(key);
      if (!other) {
        first.set(key, indicator);
        return [];
      }
      const place = places.of(indicator);
      return [at(place, `“${indicator.name}”在第 ${other.line} 行已有，一级、二级、三级指标都相同`)];
    });
  },
};
