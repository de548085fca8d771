import type { Target } from '../disclosure-schema.ts';
import { at, type Rule } from './rule.ts';

/** A target of words alone (`满意`, `有所提高`) can be promised, but not measured. */
export const targetsHoldFigures: Rule = {
  id: 'target/words-only',
  severity: 'info',
  check({ indicators }, places) {
    return indicators.flatMap(({ name, periodTarget, annualTarget }) => {
      const target = annualTarget ?? periodTarget;
      if (!target || [periodTarget, annualTarget].some(holdsFigure)) return [];
      return [at(places.of(target), `“${name}”的指标值“${target.text}”是文字，没有数字`)];
    });
  },
};

function holdsFigure(target: Target | null): boolean {
  return target !== null && /[\p{Nd}%％‰一二三四五六七八九十百千万两]/u.test(target.text);
}
