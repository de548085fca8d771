/**
 * In: a label that a form does not have.
 * Out: the form's label that is spelled most like it.
 */
import type { Form, HeadName } from './form.ts';
import { must } from './must.ts';

/** Two labels of which one in three characters differs, at most, are spelled alike. */
const SHARE = 3;

/** A label of a form, and where a form's file lists it. */
export interface KnownLabel {
  label: string;
  /** `fields.name`, `budget`, `columns.target`. */
  place: string;
}

/** Null: no label of the form is spelled like it. @param key As `readLabel` simplifies it. */
export function findNearestLabel(key: string, form: Form): KnownLabel | null {
  let nearest: KnownLabel | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const known of labelsOf(form)) {
    const most = Math.floor(Math.max(known.label.length, key.length) / SHARE);
    if (Math.abs(known.label.length - key.length) > most) continue;
    const distance = countEdits(key, known.label);
    if (distance > most || distance >= least) continue;
    least = distance;
    nearest = known;
  }
  return nearest;
}

/** Where a form's file lists a label that the form has. */
export function placesIn({ head, columns, goals, goalSections, indicators }: Form, key: string): string[] {
  const name = head.get(key)?.name;
  const column = columns.get(key)?.name;
  const goal = goals.get(key)?.name;
  return [
    ...(name ? [HEAD_PLACES[name]] : []),
    ...(column ? [`columns.${column}`] : []),
    ...(goal ? [`goals.${goal}`] : []),
    ...(goalSections.has(key) ? ['goals.section'] : []),
    ...(indicators.has(key) ? ['indicators'] : []),
  ];
}

function labelsOf(form: Form): KnownLabel[] {
  const { head, columns, goals, goalSections, indicators } = form;
  const labels = [head, columns, goals, goalSections, indicators].flatMap((map) => [...map.keys()]);
  return labels.map((label) => ({ label, place: must(placesIn(form, label)[0]) }));
}

/** Where a form's file lists the labels of each meaning. */
const HEAD_PLACES: Record<HeadName, string> = {
  name: 'fields.name',
  type: 'fields.type',
  level: 'fields.level',
  department: 'fields.department',
  spendingUnit: 'fields.spendingUnit',
  budget: 'budget',
  total: 'totals',
  funding: 'funding',
  group: 'groups',
  other: 'others',
  period: 'period.row',
  start: 'period.start',
  end: 'period.end',
};

/** How many characters must be put in, taken out or replaced to make one text of the other. */
function countEdits(from: string, to: string): number {
  const target = Array.from(to);
  let row = [0, ...target.map((_, index) => index + 1)];
  for (const [index, letter] of Array.from(from).entries()) {
    const next = [index + 1];
    for (const [at, other] of target.entries()) {
      const replaced = must(row[at]) + Number(letter !== other);
      next.push(Math.min(replaced, must(row[at + 1]) + 1, must(next[at]) + 1));
    }
    row = next;
  }
  return must(row[target.length]);
}
