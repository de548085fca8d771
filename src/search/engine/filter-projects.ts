/**
 * In: the projects that match a query.
 * Out: those that pass the filters, sorted; and the choices of each filter with their counts.
 */
import { budgetRanges } from '../../display/budget-range.ts';
import { must } from '../../record/must.ts';
import { toSearchable } from '../fold.ts';
import { FILTERS, type Answer, type Choice, type Filter, type Query, type Sort } from '../query.ts';
import type { SearchTable } from '../search-table.ts';
import { BY_TABLE, SEARCH_FACETS, type Match, type Matches } from '../sections.ts';
import { findNamed } from '../short-names.ts';

export interface ProjectTable {
  table: SearchTable;
  /** Whether a word can only be pinyin: Latin letters that no cell contains in this order. */
  isPinyin: (word: string) => boolean;
  /** Replaces traditional characters that the content lacks with their simplified ones. */
  simplify: (word: string) => string;
  years: readonly number[];
  /** `table.bodies`, folded. */
  names: readonly string[];
  /** The bodies that a word names, in full, in part or by a short name, as indexes of `names`. */
  bodiesNamed: (word: string) => number[];
  /** Adds the projects that bodies published, or are the department of. */
  withBodies: (matches: Matches, bodies: readonly number[]) => Matches;
  /** All projects, or those of a year. */
  all: (year: number | null) => Matches;
  /** @param compareNames Compares the names of two projects by their numbers. */
  select: (
    matches: Matches,
    query: Pick<Query, 'filters' | 'sort'>,
    compareNames?: (a: number, b: number) => number,
  ) => { numbers: number[]; choices: Answer['choices'] };
}

/** Largest first, as in `SearchTable.budgets`. */
const BUDGETS: readonly string[] = [...budgetRanges].reverse();

/** Whether a result was published, in the order of the choices. */
const RESULTS = ['有自评', '没有自评'] as const;

type Order = (a: Choice, b: Choice) => number;
const byCount: Order = (a, b) => b.count - a.count || (a.value < b.value ? -1 : 1);
const inOrderOf =
  (values: readonly string[]): Order =>
  (a, b) =>
    values.indexOf(a.value) - values.indexOf(b.value);
/** Of the choices. */
const ORDERS: Record<Filter, Order> = {
  year: (a, b) => Number(b.value) - Number(a.value),
  body: byCount,
  department: byCount,
  type: byCount,
  result: inOrderOf(RESULTS),
  category: inOrderOf(SEARCH_FACETS),
  budget: inOrderOf(BUDGETS),
};

export function toProjectTable(table: SearchTable): ProjectTable {
  const latin = table.latin.join(' ');
  const answered = new Set(toNumbers(table.answered));
  const names = table.bodies.map((name) => toSearchable(name).text);
  const addWhere = (
    matches: Matches,
    isWanted: (year: number, body: number, department: number) => boolean,
  ): Matches => {
    const wanted = table.disclosures.map(([year, body, department = body]) =>
      isWanted(year, body, department),
    );
    for (const [number, disclosure] of table.disclosure.entries())
      if (wanted[disclosure] && !matches.has(number)) matches.set(number, { ...BY_TABLE });
    return matches;
  };
  return {
    table,
    years: [...new Set(table.disclosures.map(([year]) => year))],
    names,
    bodiesNamed: (word) => (word.length > 1 ? findNamed(names, word) : []),
    withBodies: (matches, bodies) =>
      bodies.length === 0
        ? matches
        : addWhere(matches, (_, body, department) => bodies.includes(body) || bodies.includes(department)),
    all: (wanted) => addWhere(new Map(), (year) => wanted === null || year === wanted),
    isPinyin: (word) => /^[a-z]+$/.test(word) && !latin.includes(word),
    simplify: (word) => word.replace(/[^]/g, (unit) => table.traditional[unit] ?? unit),
    select(matches, { filters, sort }, compareNames) {
      const { numbers, choices } = filterProjects(table, answered, matches, filters);
      const isBelow = (number: number) => number >= must(table.budgets[table.budgets.length - 1]);
      const byBudget = (a: number, b: number) => a - b;
      const rankOf = (number: number) => must(matches.get(number)).rank;
      const orders: Record<Sort, (a: number, b: number) => number> = {
        relevance: (a, b) => rankOf(a) - rankOf(b) || byBudget(a, b),
        budget: byBudget,
        // Those without a budget are last.
        'budget-up': (a, b) => Number(isBelow(a)) - Number(isBelow(b)) || byBudget(b, a),
        name: (a, b) => must(compareNames)(a, b) || byBudget(a, b),
      };
      return { numbers: numbers.sort(orders[sort]), choices };
    },
  };
}

function toNumbers(steps: readonly number[]): number[] {
  let number = 0;
  return steps.map((step) => (number += step));
}

/** A choice is counted with the other filters applied, so a project that fails only this filter counts too. */
function filterProjects(
  table: SearchTable,
  answered: ReadonlySet<number>,
  matches: Matches,
  filters: Query['filters'],
): { numbers: number[]; choices: Answer['choices'] } {
  const chosen = FILTERS.filter((filter) => filters[filter] !== undefined);
  const numbers: number[] = [];
  const counts = FILTERS.map((filter) => ({ filter, byValue: new Map<string, number>() }));
  for (const [number, match] of matches) {
    const values = valuesOf(table, number, match, answered.has(number));
    const failed = chosen.filter((filter) => !values[filter].some((value) => value === filters[filter]));
    if (failed.length === 0) numbers.push(number);
    for (const { filter, byValue } of counts) {
      if (failed.some((other) => other !== filter)) continue;
      for (const value of values[filter]) byValue.set(value, (byValue.get(value) ?? 0) + 1);
    }
  }
  // Browsers of 2018 lack `Object.fromEntries`.
  const choices = {} as Answer['choices'];
  for (const { filter, byValue } of counts)
    choices[filter] = [...byValue].map(([value, count]) => ({ value, count })).sort(ORDERS[filter]);
  return { numbers, choices };
}

/** A project has one year, one body, …; it may match in several facets. */
function valuesOf(
  table: SearchTable,
  number: number,
  { facets }: Match,
  isAnswered: boolean,
): Record<Filter, readonly string[]> {
  const [year, body, department = body] = must(table.disclosures[must(table.disclosure[number])]);
  const type = must(table.type[number]);
  const range = table.budgets.findIndex((count) => number < count);
  return {
    year: [String(year)],
    body: [must(table.bodies[body])],
    department: table.bodies.slice(department, department < 0 ? 0 : department + 1),
    // A project whose form has no types is of none; one without a budget is in no range.
    type: type === -2 ? [] : [table.types[type] ?? '未写'],
    result: [RESULTS[isAnswered ? 0 : 1]],
    category: SEARCH_FACETS.filter((_, facet) => (facets & (1 << facet)) !== 0),
    budget: BUDGETS.slice(range, range < 0 ? 0 : range + 1),
  };
}
