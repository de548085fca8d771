import { at, type ResultRule } from './rule.ts';

/** What was reached is written for each target, and as a figure where a figure was promised. */
export const actualsAreWritten: readonly ResultRule[] = [
  {
    id: 'result/no-actual',
    check({ indicators }, positions) {
      // A form without the column does not ask for it.
      if (indicators.every(({ actual }) => actual === null)) return [];
      return indicators.flatMap((indicator) => {
        const { name, target, actual } = indicator;
        if (!target || actual) return [];
        return [at(positions.of(indicator), `“${name}”的指标值是 ${target.text}，实际完成值没有写`)];
      });
    },
  },
  {
    id: 'result/words-only',
    check({ indicators }, positions) {
      return indicators.flatMap(({ name, target, actual }) => {
        if (!target?.value || !actual || /[\p{Nd}%‰一二三四五六七八九十百千万两]/u.test(actual.text))
          return [];
        const message = `“${name}”的指标值是 ${target.text}，实际完成值写“${actual.text}”，没有数字`;
        return [at(positions.of(actual), message)];
      });
    },
  },
];
