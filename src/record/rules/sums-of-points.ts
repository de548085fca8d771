import { Decimal } from 'decimal.js';
import type { Figure, ParsedResult } from '../result-schema.ts';

/** Points of the indicators and of the funds, added up. */
export interface Points {
  /** Of the indicators alone. */
  indicators: Decimal;
  /** Of the funds: of the total, else of the sources. Null: none are written. */
  funds: Decimal | null;
  /** Of both. */
  all: Decimal;
  /** How far the sum can be off because each figure is rounded: half of the last digit for each. */
  tolerance: Decimal;
}

/** Null: an indicator has no points, or words for them, so that nothing can be added up. */
export function pointsOf({ indicators, funds }: ParsedResult, column: 'weight' | 'score'): Points | null {
  const rows = indicators.map((indicator) => indicator[column]?.value);
  if (!rows.every((value) => typeof value === 'string')) return null;
  const ofFunds = [funds.total, ...funds.sources].map((row) => valueOf(row?.[column]));
  const [total, ...sources] = ofFunds;
  const written = (total === null || total === undefined ? sources : [total]).flatMap((value) => value ?? []);
  const own = sumOf(rows);
  const fund = written.length === 0 ? null : sumOf(written);
  return {
    indicators: own,
    funds: fund,
    all: own.plus(fund ?? 0),
    tolerance: toleranceOf([...rows, ...written]),
  };
}

function valueOf(figure: Figure | null | undefined): string | null {
  return figure?.value ?? null;
}

function sumOf(values: readonly string[]): Decimal {
  return values.reduce((sum, value) => sum.plus(value), new Decimal(0));
}

/** Half of the last digit for each; whole numbers are exact. */
function toleranceOf(values: readonly string[]): Decimal {
  const decimals = values.reduce((most, value) => Math.max(most, value.split('.')[1]?.length ?? 0), 0);
  if (decimals === 0) return new Decimal(0);
  return new Decimal(10).pow(-decimals).times(values.length).dividedBy(2);
}
