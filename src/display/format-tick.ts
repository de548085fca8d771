import { groupDigits } from '../record/group-digits.ts';

/** A round figure under an axis, short: `95`, `2,500`, `20万`, `1.5亿`. */
export function formatTick(value: number): string {
  const [factor, word] =
    Math.abs(value) >= 1e8 ? [1e8, '亿'] : Math.abs(value) >= 1e4 ? [1e4, '万'] : [1, ''];
  // Rounded, as sums of floats are not: 0.30000000000000004.
  return `${groupDigits(String(Number((value / factor).toPrecision(12))))}${word}`;
}
