import type { ParsedIndicator } from '../disclosure-schema.ts';
import { sentence } from '../message.ts';
import { at, type Rule } from './rule.ts';

/** An indicator is in a table once: the same category, subcategory and name again is likely a row pasted twice. */
export const indicatorsAreUnique: Rule = {
  id: 'indicator/duplicate',
  check({ indicators }, positions) {
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
      const row = { line: other.line, column: 1 };
      const position = positions.of(indicator);
      const message = sentence`“${indicator.name}”在${row}已有，一级、二级、三级指标都相同`;
      return [at(position, message)];
    });
  },
};
