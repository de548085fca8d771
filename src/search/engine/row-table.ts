import { must } from '../../record/must.ts';
import { toSearchable } from '../fold.ts';
import type { NameList } from '../search-table.ts';
import { SEARCH_FACETS } from '../sections.ts';

/** The indicators of all projects as rows, numbered in the order of the projects' numbers. */
export interface RowTable {
  /** The project of a row, and its place among the project's indicators. */
  placeOf: (row: number) => { number: number; index: number };
  /** By row: its index in `names` and `facets`. */
  nameOf: readonly number[];
  /** Distinct names, folded, with what their category is called. */
  names: readonly string[];
  facets: readonly number[];
}

export function toRowTable({ indicators, indicatorsOf }: NameList): RowTable {
  const starts: number[] = [];
  const nameOf: number[] = [];
  for (const own of indicatorsOf) {
    starts.push(nameOf.length);
    nameOf.push(...own);
  }
  return {
    placeOf(row) {
      let [low, high] = [0, starts.length];
      while (high - low > 1) {
        const middle = (low + high) >> 1;
        if (must(starts[middle]) <= row) low = middle;
        else high = middle;
      }
      return { number: low, index: row - must(starts[low]) };
    },
    nameOf,
    // A barrier between, as between cells.
    names: indicators.map(([name, facet]) => `${toSearchable(name).text}\n${must(SEARCH_FACETS[facet])}`),
    facets: indicators.map(([, facet]) => facet),
  };
}
