import { Decimal } from 'decimal.js';
import { toPlain } from '../table/to-plain.ts';
import { withoutZeroWidth } from '../table/without-zero-width.ts';
import { must } from './must.ts';
import type { Label } from './read-label.ts';
import { YUAN_IN } from './units.ts';

/** Its default of 20 digits would round longer sums. */
const Exact = Decimal.clone({ precision: 1000 });
const UNITS = ['元', '万元'] as const;
const AMOUNT = /^(?<figure>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?<unit>元|万元)?$/;

/** Parses an amount; null if the text isn't one, or is two on two lines. */
export function parseAmount(text: string): { figure: string; unit: Label['unit'] } | null {
  if (/[\d.]\s*[\r\n]\s*\d/.test(text)) return null;
  const { figure, unit } = AMOUNT.exec(withoutZeroWidth(toPlain(text)))?.groups ?? {};
  if (figure === undefined) return null;
  return { figure: figure.replaceAll(',', ''), unit: UNITS.find((name) => name === unit) ?? null };
}

export function toYuan(figure: string, unit: '元' | '万元'): Decimal {
  return new Exact(figure).times(must(YUAN_IN.get(unit)));
}
