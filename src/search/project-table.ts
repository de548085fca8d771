/**
 * In: the projects in which a query was found.
 * Out: those that pass the filters, sorted, and what each choice of each filter would show.
 */
import { FILTERS, type Choice, type Filter, type Sort } from './query.ts';
import { BUDGET_STEPS, type SearchTable } from './search-table.ts';
import { PLACES, type Match } from './sections.ts';

export interface ProjectTable {
  table: SearchTable;
  /** The number of a page of Pagefind's: its id is `<bundle>.<number within it>`. */
  numberOf(id: string): number;
  /** A number as bundle and number within it. */
  locate(number: number): { bundle: number; own: number };
  /** Whether nothing but pinyin can be meant: Latin letters that follow each other in no cell. */
  isPinyin(word: string): boolean;
  /** A word with traditional characters made those that the content has. */
  toSimplified(word: string): string;
  /** @param compare Sorts by name. */
  select(
    found: ReadonlyMap<number, Match>,
    filters: Partial<Record<Filter, string>>,
    sort: Sort,
    compare: ((a: number, b: number) => number) | undefined,
  ): { numbers: number[]; choices: Record<Filter, Choice[]> };
}

/** Words of the budget ranges, largest first: values in addresses. */
const BUDGET_RANGES = [
  '1000万元以上',
  '100万至1000万元',
  '10万至100万元',
  '1万至10万元',
  '不到1万元',
] as const;

export function createProjectTable(table: SearchTable): ProjectTable {
  const starts = table.bundles.map((_, bundle) => sum(table.bundles.slice(0, bundle)));
  const budgetOrder = toBudgetOrder(table, starts);
  const budgetRange = toBudgetRanges(table);
  const latin = table.latin.join(' ');
  const traditional = new Map(Object.entries(table.traditional));

  return {
    table,
    numberOf(id) {
      const dot = id.indexOf('.');
      return (starts[Number(id.slice(0, dot))] ?? 0) + Number.parseInt(id.slice(dot + 1), 36);
    },
    locate(number) {
      let bundle = starts.length - 1;
      while (bundle > 0 && number < (starts[bundle] ?? 0)) bundle -= 1;
      return { bundle, own: number - (starts[bundle] ?? 0) };
    },
    isPinyin: (word) => /^[a-z]+$/.test(word) && !latin.includes(word),
    toSimplified: (word) =>
      Array.from({ length: word.length }, (_, index) => {
        const unit = word.charAt(index);
        return traditional.get(unit) ?? unit;
      }).join(''),
    select(found, filters, sort, compare) {
      const chosen = FILTERS.filter((filter) => filters[filter] !== undefined);
      const counts = FILTERS.map(() => new Map<string, number>());
      const numbers: number[] = [];
      for (const [number, match] of found) {
        const values = valuesOf(number, match);
        const failed = chosen.filter((filter) => !values[filter].some((value) => value === filters[filter]));
        if (failed.length === 0) numbers.push(number);
        // A choice is counted with the other filters as they are, so one that fails by itself alone still counts.
        for (const [index, filter] of FILTERS.entries()) {
          if (failed.some((other) => other !== filter)) continue;
          for (const value of values[filter]) counts[index]?.set(value, (counts[index].get(value) ?? 0) + 1);
        }
      }
      const byBudget = (a: number, b: number) => (budgetOrder[a] ?? 0) - (budgetOrder[b] ?? 0);
      const orders: Record<Sort, (a: number, b: number) => number> = {
        relevance: (a, b) => (found.get(a)?.rank ?? 0) - (found.get(b)?.rank ?? 0) || byBudget(a, b),
        budget: byBudget,
        'budget-up': (a, b) => byBudget(b, a),
        name: (a, b) => compare?.(a, b) || byBudget(a, b),
      };
      numbers.sort(orders[sort]);
      const [year = [], body = [], type = [], category = [], budget = []] = FILTERS.map((filter, index) =>
        toChoices(filter, counts[index] ?? new Map()),
      );
      const choices = { year, body, type, category, budget };
      return { numbers, choices };
    },
  };

  /** A project has one year, body, … but may match in several places. */
  function valuesOf(number: number, { places }: Match): Record<Filter, string[]> {
    const [year, body] = table.disclosures[table.disclosure[number] ?? -1] ?? [0, -1];
    return {
      year: [String(year)],
      body: [table.bodies[body] ?? ''],
      type: [table.types[table.type[number] ?? -1] ?? '未写'],
      category: PLACES.filter((_, place) => (places & (1 << place)) !== 0),
      budget: [BUDGET_RANGES[budgetRange[number] ?? 0] ?? ''],
    };
  }
}

/** In an order that readers know: years newest first, the form's categories, budgets from large to small; others by count. */
function toChoices(filter: Filter, counts: ReadonlyMap<string, number>): Choice[] {
  const choices = [...counts].map(([value, count]) => ({ value, count }));
  const fixed: readonly string[] | null =
    filter === 'category' ? PLACES : filter === 'budget' ? BUDGET_RANGES : null;
  return choices.sort((a, b) => {
    if (fixed) return fixed.indexOf(a.value) - fixed.indexOf(b.value);
    if (filter === 'year') return Number(b.value) - Number(a.value);
    return b.count - a.count || (a.value < b.value ? -1 : 1);
  });
}

/** By number: its place among all, largest budget first. */
function toBudgetOrder({ order }: SearchTable, starts: readonly number[]): number[] {
  const next = [...starts];
  const places: number[] = [];
  for (let place = 0; place < order.length; place += 1) {
    const bundle = Number.parseInt(order.charAt(place), 36);
    const number = next[bundle] ?? 0;
    places[number] = place;
    next[bundle] = number + 1;
  }
  return places;
}

/** By number: index of its range, the first of the steps that it reaches. */
function toBudgetRanges({ bundles, budgets }: SearchTable): number[] {
  return bundles.flatMap((size, bundle) =>
    Array.from({ length: size }, (_, own) => {
      const range = (budgets[bundle] ?? []).findIndex((reaching) => own < reaching);
      return range === -1 ? BUDGET_STEPS.length : range;
    }),
  );
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
