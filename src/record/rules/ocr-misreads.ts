import { Decimal } from 'decimal.js';
import type { Target } from '../disclosure-schema.ts';
import { at, type Rule } from './rule.ts';

/** `292%` where the paper says `≥92%`: OCR takes ≥ for a 2. Warn; don't change the cell. */
export const ocrMisreads: Rule = {
  id: 'target/likely-slip',
  check({ indicators }, positions) {
    return indicators.flatMap(({ name, periodTarget, annualTarget }) =>
      [annualTarget, periodTarget].flatMap((target) => {
        const likely = likelyFigure(target);
        if (!target || likely === null) return [];
        const position = positions.of(target);
        const message = `“${name}”的指标值 ${target.text} 大于 100%；如果由扫描件识别而来，原件可能是 ≥${likely}，请核对`;
        return [at(position, message)];
      }),
    );
  },
};

/** `92%` of a bare `292%`; null for all other targets. */
function likelyFigure(target: Target | null): string | null {
  if (!target?.value || target.unit !== '%' || target.comparator !== null || target.upper !== null)
    return null;
  const rest = /^2(\d{2}(?:\.\d+)?|100)$/.exec(target.value)?.[1];
  return rest !== undefined && new Decimal(rest).greaterThanOrEqualTo(50) ? `${rest}%` : null;
}
