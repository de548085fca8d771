import { Decimal } from 'decimal.js';
import type { Target } from '../record/disclosure-schema.ts';

/** Money in Chinese units: how many yuan, and what stands behind the unit (`/年`). */
const MONEY = /^(?<multiple>千|百万|万|亿)?元(?<rest>.*)$/su;
const YUAN_IN = new Map([
  ['千', 1_000],
  ['万', 10_000],
  ['百万', 1_000_000],
  ['亿', 100_000_000],
]);

/** A target as figures, so that no column mixes 元 and 万元. All null where it is words alone. */
export interface Quantity {
  /** Sums of money, exact yuan. */
  yuan: string | null;
  yuanUpper: string | null;
  /** All else, in `unit`; prices (元/年) in yuan. */
  value: string | null;
  upper: string | null;
  /** Null: a bare number, or a sum of money. */
  unit: string | null;
}

const NONE: Quantity = { yuan: null, yuanUpper: null, value: null, upper: null, unit: null };

/** A target's figures: money becomes yuan, exactly; other units stay as written. */
export function toQuantity(target: Target | null): Quantity {
  if (!target?.value) return NONE;
  const { value, upper, unit } = target;
  const money = MONEY.exec(unit ?? '')?.groups;
  if (!money) return { ...NONE, value, upper, unit };
  const factor = YUAN_IN.get(money['multiple'] ?? '') ?? 1;
  const inYuan = (figure: string | null) => figure && new Decimal(figure).times(factor).toFixed();
  return money['rest']
    ? { ...NONE, value: inYuan(value), upper: inYuan(upper), unit: `元${money['rest']}` }
    : { ...NONE, yuan: inYuan(value), yuanUpper: inYuan(upper) };
}
