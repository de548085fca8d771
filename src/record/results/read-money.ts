import type { LabelledCell } from '../labelled-grid.ts';
import { parseAmount, toYuan } from '../parse-amount.ts';
import type { Label } from '../read-label.ts';
import type { Money } from '../result-schema.ts';

/** A cell of money, and why it is no sum. */
export interface MoneyReading {
  money: Money;
  /** `no-amount`: the text is none. `no-unit`: neither the cell nor the table says whether it counts yuan or 万元. */
  fault: 'no-amount' | 'no-unit' | null;
}

/** @param unit Of the column, the row or the table; a unit in the cell wins. */
export function readMoney({ text }: LabelledCell, unit: Label['unit']): MoneyReading {
  const [, sign = '', figure = ''] = /^(-?)(.*)$/s.exec(text.normalize('NFKC').trim()) as RegExpExecArray;
  const amount = parseAmount(figure);
  const own = amount?.unit ?? unit;
  if (!amount || !own) return { money: { text, yuan: null }, fault: amount ? 'no-unit' : 'no-amount' };
  const yuan = toYuan(`${sign}${amount.figure}`, own);
  return { money: { text, yuan: yuan.toFixed(Math.max(2, yuan.decimalPlaces())) }, fault: null };
}
