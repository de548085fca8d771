import { Decimal } from 'decimal.js';
import type { Target } from '../record/disclosure-schema.ts';
import { must } from '../record/must.ts';
import { YUAN_IN } from '../record/units.ts';

/** A unit of money, and what follows it: `/年`. */
const MONEY = new RegExp(`^(${[...YUAN_IN.keys()].join('|')})(.*)$`, 's');

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
  const [, money, rest] = unit === null ? [] : (MONEY.exec(unit) ?? []);
  if (money === undefined) return { ...NONE, value, upper, unit };
  const factor = must(YUAN_IN.get(money));
  const inYuan = (figure: string | null) => figure && new Decimal(figure).times(factor).toFixed();
  return rest
    ? { ...NONE, value: inYuan(value), upper: inYuan(upper), unit: `元${rest}` }
    : { ...NONE, yuan: inYuan(value), yuanUpper: inYuan(upper) };
}
