/**
 * In: the projects in which a query was found.
 * Out: those that pass the filters, sorted, and what each choice of each filter would show.
 */
import { FILTERS, type Choice, type Filter, type Sort } from '../query.ts';
import type { SearchTable } from '../search-table.ts';
import { PLACES, type Match } from '../sections.ts';

export interface ProjectTable {
  table: SearchTable;
  /** The numbers of the projects of each bundle, in order. */
  bundles: number[][];
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
  const latin = table.latin.join(' ');
  const traditional = new Map(Object.entries(table.traditional));

  return {
    table,
    bundles: toBundles(table),
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
      const byBudget = (a: number, b: number) => a - b;
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
      budget: [BUDGET_RANGES[budgetRangeOf(number)] ?? ''],
    };
  }

  /** The first of the steps that it reaches. */
  function budgetRangeOf(number: number): number {
    const range = table.budgets.findIndex((reaching) => number < reaching);
    return range === -1 ? table.budgets.length : range;
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

function toBundles({ index, disclosures, disclosure }: SearchTable): number[][] {
  const bundles = Array.from({ length: index.bundles }, (): number[] => []);
  for (const [number, own] of disclosure.entries()) {
    const [, , bundle = 0] = disclosures[own] ?? [];
    bundles[bundle]?.push(number);
  }
  return bundles;
}
