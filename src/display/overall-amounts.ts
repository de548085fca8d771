/** The columns of amounts in the tasks of a whole office. */
import { groupDigits } from '../record/group-digits.ts';
import type { TaskMoney } from '../record/overall-schema.ts';

/** Two columns can have one header: `nth` tells them apart, from 0. */
export interface AmountColumn {
  label: string;
  nth: number;
}

/** Each column that one of the rows has an amount in. @param rows The amounts of each. */
export function amountColumns(rows: readonly (readonly TaskMoney[])[]): AmountColumn[] {
  const columns = rows.flatMap((amounts) =>
    amounts.map((amount, index): AmountColumn => {
      const label = headerOf(amount);
      return { label, nth: amounts.slice(0, index).filter((other) => headerOf(other) === label).length };
    }),
  );
  const isSame = (a: AmountColumn, b: AmountColumn) => a.label === b.label && a.nth === b.nth;
  return columns.filter((column, index) => columns.findIndex((other) => isSame(other, column)) === index);
}

/** The amount of a row in a column. Undefined: its cell is blank. */
export function amountIn(amounts: readonly TaskMoney[], { label, nth }: AmountColumn): TaskMoney | undefined {
  return amounts.filter((amount) => headerOf(amount) === label)[nth];
}

/** In yuan, where neither the cell nor its label names the unit; else null. */
export function inYuan({
  text,
  yuan,
  label,
}: {
  text: string;
  yuan: string | null;
  label: string;
}): string | null {
  return yuan === null || /元/.test(label + text) ? null : `${groupDigits(yuan)} 元`;
}

function headerOf({ over, label }: TaskMoney): string {
  return over === null ? label : `${over} ${label}`;
}
