/**
 * In: the SearchRecords of a site, in the order of their numbers.
 * Out: its SearchTable and its NameList.
 */
import { disclosureOf, type BundleOf } from './assign-bundles.ts';
import { toSearchable } from '../fold.ts';
import { textsOf, type SearchRecord } from '../search-record.ts';
import { BUDGET_STEPS, type IndexTable, type NameList, type SearchTable } from '../search-table.ts';
import { placeOfCategory } from '../sections.ts';
import { toSimplified } from './to-simplified.ts';

/** @param scales Of the records, as encodeRecord says. */
export function toSearchTable(
  records: readonly SearchRecord[],
  scales: readonly number[],
  index: IndexTable,
  bundleOf: BundleOf,
): Omit<SearchTable, 'version'> {
  const bodies = distinct(records.map(({ publisher }) => publisher));
  const types = distinct(records.flatMap(({ type }) => type ?? []));
  const first = new Map(records.map((record) => [disclosureOf(record), record]));
  const disclosures = [...first].sort(([a], [b]) => (a < b ? -1 : 1));
  const indexOf = (list: readonly string[]) => new Map(list.map((value, place) => [value, place]));
  const [bodyIndex, typeIndex] = [bodies, types].map(indexOf);
  const disclosureIndex = indexOf(disclosures.map(([id]) => id));
  const texts = distinct(records.flatMap(textsOf)).map((text) => toSearchable(text).text);
  return {
    index,
    bodies,
    types,
    disclosures: disclosures.map(([, record]) => [
      record.year,
      bodyIndex?.get(record.publisher) ?? -1,
      bundleOf(record),
    ]),
    disclosure: records.map((record) => disclosureIndex.get(disclosureOf(record)) ?? -1),
    type: records.map(({ type }) => (type === null ? -1 : (typeIndex?.get(type) ?? -1))),
    nameLength: records.map(({ name }) => toSearchable(name).text.length),
    scale: [...scales],
    budgets: BUDGET_STEPS.map((step) => records.filter(({ yuan }) => Number(yuan) >= step).length),
    traditional: toSimplified(new Set(texts.flatMap((text) => Array.from(text)))),
    latin: distinct(texts.flatMap((text) => text.match(/[a-z]+/g) ?? [])),
  };
}

export function toNameList(records: readonly SearchRecord[]): NameList {
  const indicators: [string, number][] = [];
  const known = new Map<string, number>();
  const indicatorsOf = records.map((record) => {
    const numbers = record.indicators.map(({ name, category }) => {
      const place = placeOfCategory(category);
      const key = `${place} ${name}`;
      const index = known.get(key) ?? indicators.push([name, place]) - 1;
      known.set(key, index);
      return index;
    });
    return [...new Set(numbers)];
  });
  return { names: records.map(({ name }) => name), indicators, indicatorsOf };
}

/** Sorted by UTF-16 units, so that no locale and no order of files changes it. */
function distinct(values: readonly string[]): string[] {
  return [...new Set(values)].sort();
}
