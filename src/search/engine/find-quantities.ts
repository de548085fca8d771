/**
 * In: a question about a number.
 * Out: the budgets and targets that answer it, by how well they fit.
 */
import { must } from '../../record/must.ts';
import type { AmountQuestion, AmountsQuestion, NumberQuestion, TargetQuestion } from '../read-questions.ts';
import { isEqual, isWithin, rangeBeside, rangeOf, type Range } from '../range.ts';
import type { GroupId, LeftOut } from '../query.ts';
import type { QuantityKind, QuantityList, TypedText } from '../search-table.ts';
import { readMoney } from '../read-money.ts';
import type { SearchData } from './search-data.ts';

/** A project's budget, or the target of one of its indicators. */
export interface Found {
  /** Of the project. */
  number: number;
  /** Of the indicator among the project's; null: the budget. */
  index: number | null;
  /** Number of the row; null: the budget. */
  row: number | null;
  /** The target's text, as in TypedText. */
  text: string | null;
  /** How far it is from what was asked; smaller is better. */
  distance: number;
}

/** A group; or what is left out, and only counted. */
export type Fit = GroupId | LeftOut['kind'];

type Classify = (quantity: TypedText) => { fit: Fit; distance: number } | null;

/** Listed if nothing fits. */
const NEAREST = 3;

/** All that fits, in no order. */
export async function findQuantities(data: SearchData, question: NumberQuestion): Promise<Map<Fit, Found[]>> {
  const found = new Map<Fit, Found[]>();
  const add = (fit: Fit, item: Found) => {
    const items = found.get(fit) ?? [];
    found.set(fit, items);
    items.push(item);
  };
  const lists = await Promise.all(kindsOf(question).map((kind) => data.quantities(kind)));
  const { placeOf } = await data.rows();
  const classify = classifierOf(question);
  for (const { quantity, rows } of lists.flatMap(unpack)) {
    const fitting = classify(quantity);
    if (!fitting) continue;
    const { fit, distance } = fitting;
    for (const row of rows) add(fit, { ...placeOf(row), row, text: quantity[0], distance });
  }
  if (question.kind === 'target') return found;
  for (const [number, yuan] of lists.flatMap(({ budgets = [] }) => budgets).entries()) {
    if (yuan === null) continue;
    const fit = fitOfBudget(question, yuan);
    const distance = question.kind === 'amount' ? Math.abs(yuan - question.yuan) : 0;
    if (fit) add(fit, { number, index: null, row: null, text: null, distance });
  }
  return found;
}

/** What is nearest to a number that nothing answers: budgets; for a target, others in its unit. */
export async function findNearest(data: SearchData, question: NumberQuestion): Promise<Found[]> {
  const asked = boundOf(question);
  const unitAsked = question.kind === 'target' ? question.unit : null;
  const lists = await Promise.all(kindsOf(question).map((kind) => data.quantities(kind)));
  const { placeOf } = await data.rows();
  const near = lists.flatMap((list): Found[] => {
    if (list.budgets)
      return list.budgets.flatMap((yuan, number) =>
        yuan === null
          ? []
          : [{ number, index: null, row: null, text: null, distance: Math.abs(yuan - asked) }],
      );
    return unpack(list).flatMap(({ quantity: [text, , value, , unit], rows }) => {
      const row = must(rows[0]);
      return unit === unitAsked ? [{ ...placeOf(row), row, text, distance: Math.abs(value - asked) }] : [];
    });
  });
  return near.sort((a, b) => a.distance - b.distance).slice(0, NEAREST);
}

function boundOf(question: NumberQuestion): number {
  if (question.kind === 'amount') return question.yuan;
  return Number.isFinite(question.range.from) ? question.range.from : question.range.to;
}

function kindsOf(question: NumberQuestion): QuantityKind[] {
  if (question.kind !== 'target') return ['money'];
  if (question.unit === null) return ['percent', 'other'];
  return [question.unit === '%' ? 'percent' : 'other'];
}

/** The quantities of a list, each with its rows. */
function unpack({ quantities, rows }: QuantityList): { quantity: TypedText; rows: number[] }[] {
  let first = 0;
  return quantities.map((quantity, index) => {
    const [step, ...steps] = must(rows[index]);
    let row = (first += must(step));
    return { quantity: toTyped(quantity), rows: [first, ...steps.map((more) => (row += more))] };
  });
}

function toTyped(quantity: TypedText | [text: string]): TypedText {
  if (quantity.length > 1) return quantity as TypedText;
  const [text] = quantity;
  return [text, null, must(readMoney(text)).yuan, null, null];
}

function classifierOf(question: NumberQuestion): Classify {
  if (question.kind === 'target') return (quantity) => fitTarget(question, quantity);
  if (question.kind === 'amounts')
    return (quantity) => {
      if (quantity[0] === question.text) return { fit: 'spelled', distance: 0 };
      return isWithin(toRange(quantity), question.range) ? { fit: 'money', distance: 0 } : null;
    };
  return ([, , value, upper]) => {
    const yuan =
      upper !== null && Math.abs(upper - question.yuan) < Math.abs(value - question.yuan) ? upper : value;
    const distance = Math.abs(yuan - question.yuan);
    if (distance === 0) return { fit: 'exact', distance };
    return isWithin(rangeOf(yuan, yuan), question.range) ? { fit: 'near', distance } : null;
  };
}

function fitOfBudget(question: AmountQuestion | AmountsQuestion, yuan: number): Fit | null {
  const isIn = isWithin(rangeOf(yuan, yuan), question.range);
  if (question.kind === 'amounts') return isIn ? 'budgets' : null;
  if (yuan === question.yuan) return 'exact';
  return isIn ? 'near' : null;
}

function fitTarget(question: TargetQuestion, quantity: TypedText): ReturnType<Classify> {
  const { text, range, unit } = question;
  const [written, comparator, value, , ownUnit] = quantity;
  if (unit !== null && unit !== ownUnit) return null;
  if (written === text) return { fit: 'spelled', distance: 0 };
  if (comparator === '≈') return null;
  const own = toRange(quantity);
  const bound = boundOf(question);
  const isOpen = !Number.isFinite(range.from) || !Number.isFinite(range.to);
  const distance = Math.abs(value - bound);
  if (isEqual(own, range)) return { fit: 'same', distance };
  if (isOpen && isEqual(own, rangeOf(bound, bound))) return { fit: 'bare', distance };
  if (isWithin(own, range)) return { fit: 'beyond', distance };
  if (!isOpen || distance > 0) return null;
  const isStrict = own.from === range.from && own.to === range.to;
  return { fit: isStrict ? 'strict' : 'opposite', distance };
}

function toRange([, comparator, value, upper]: TypedText): Range {
  return upper === null ? rangeBeside(comparator, value) : rangeOf(value, upper);
}
