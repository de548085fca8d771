/**
 * In: the SearchRecords of a site, in the order of their numbers.
 * Out: its QuantityLists: which rows have which target, typed; and all budgets.
 */
import { must } from '../../record/must.ts';
import { parseTarget } from '../../record/parse-target.ts';
import { YUAN_IN } from '../../record/units.ts';
import { toSearchable } from '../fold.ts';
import { readMoney, scaled } from '../read-money.ts';
import { targetKeysOf, type SearchRecord } from '../search-record.ts';
import { QUANTITY_KINDS, type QuantityKind, type QuantityList, type TypedText } from '../search-table.ts';

export function toQuantityLists(records: readonly SearchRecord[]): Record<QuantityKind, QuantityList> {
  const rowsOf = new Map<string, number[]>();
  let row = 0;
  for (const { indicators } of records)
    for (const indicator of indicators) {
      for (const key of new Set(targetKeysOf(indicator))) {
        const rows = rowsOf.get(key) ?? [];
        rowsOf.set(key, rows);
        rows.push(row);
      }
      row += 1;
    }
  const typed = [...rowsOf].flatMap(([text, rows]) => {
    const found = readQuantity(text);
    return found ? [{ ...found, rows }] : [];
  });
  const listOf = (kind: QuantityKind): QuantityList => {
    const ofKind = typed
      .filter((entry) => entry.kind === kind)
      .sort((a, b) => must(a.rows[0]) - must(b.rows[0]) || (a.quantity[0] < b.quantity[0] ? -1 : 1));
    return {
      quantities: ofKind.map(({ quantity }) => (isPlainMoney(quantity) ? [quantity[0]] : quantity)),
      rows: ofKind.map(({ rows }, place) =>
        rows.map((number, index) => number - (rows[index - 1] ?? ofKind[place - 1]?.rows[0] ?? 0)),
      ),
    };
  };
  const [percent, money, other] = QUANTITY_KINDS.map(listOf);
  const budgets = records.map(({ yuan }) => (yuan === null ? null : Number(yuan)));
  return { percent: must(percent), money: { ...must(money), budgets }, other: must(other) };
}

/** Whether a browser reads the same amount in the text. */
function isPlainMoney([text, comparator, value, upper]: TypedText): boolean {
  const money = readMoney(text);
  return comparator === null && upper === null && money?.hasUnit === true && money.yuan === value;
}

/** Null: the text is not one quantity. */
function readQuantity(text: string): { kind: QuantityKind; quantity: TypedText } | null {
  const { comparator, value, upper, unit } = parseTarget(text);
  if (value === null) return null;
  const yuan = YUAN_IN.get(unit ?? '');
  const zeros = yuan === undefined ? 0 : Math.round(Math.log10(yuan));
  const kind = yuan === undefined ? (unit === '%' ? 'percent' : 'other') : 'money';
  const last = upper === null ? null : scaled(upper, zeros);
  const shown = unit === null ? null : toSearchable(unit).text;
  return { kind, quantity: [text, comparator, scaled(value, zeros), last, shown] };
}
