import type { Target } from '../disclosure-schema.ts';
import { at, type Rule } from './rule.ts';

/** A target without a figure (`满意`, `有所提高`) can't be measured. */
export const targetsHoldFigures: Rule = {
  id: 'target/words-only',
  check({ indicators }, positions) {
    return indicators.flatMap(({ name, periodTarget, annualTarget }) => {
      const target = annualTarget ?? periodTarget;
      if (!target || [periodTarget, annualTarget].some(holdsFigure)) return [];
      return [at(positions.of(target), `“${name}”的指标值“${target.text}”是文字，没有数字`)];
    });
  },
};

function holdsFigure(target: Target | null): boolean {
  return target !== null && /[\p{Nd}%％‰一二三四五六七八九十百千万两]/u.test(target.text);
}
