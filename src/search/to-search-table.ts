/**
 * In: the SearchRecords of each bundle.
 * Out: the SearchTable and the NameLists of a site.
 */
import { byBudget, disclosureOf } from './assign-bundles.ts';
import { toSearchable } from './fold.ts';
import { textsOf, type SearchRecord } from './search-record.ts';
import { BUDGET_STEPS, type NameList, type SearchTable } from './search-table.ts';
import { placeOfCategory } from './sections.ts';
import { toSimplified } from './to-simplified.ts';

/** @param scales Of the records of each bundle, as encodeRecord says. */
export function toSearchTable(
  bundles: readonly (readonly SearchRecord[])[],
  scales: readonly (readonly number[])[],
  version: string,
): SearchTable {
  const records = bundles.flat();
  const bundleOf = new Map(bundles.flatMap((bundle, number) => bundle.map((record) => [record, number])));
  const bodies = distinct(records.map(({ publisher }) => publisher));
  const types = distinct(records.flatMap(({ type }) => type ?? []));
  const first = new Map(records.map((record) => [disclosureOf(record), record]));
  const disclosures = distinct([...first.keys()]);
  const indexOf = (list: readonly string[]) => new Map(list.map((value, index) => [value, index]));
  const [bodyIndex, typeIndex, disclosureIndex] = [bodies, types, disclosures].map(indexOf);
  const texts = distinct(records.flatMap(textsOf)).map((text) => toSearchable(text).text);
  return {
    version,
    bundles: bundles.map(({ length }) => length),
    order: [...records]
      .sort(byBudget)
      .map((record) => bundleOf.get(record)?.toString(36))
      .join(''),
    bodies,
    types,
    disclosures: disclosures.map((id) => {
      const { year = 0, publisher = '' } = first.get(id) ?? {};
      return [year, bodyIndex?.get(publisher) ?? -1];
    }),
    disclosure: records.map((record) => disclosureIndex?.get(disclosureOf(record)) ?? -1),
    type: records.map(({ type }) => (type === null ? -1 : (typeIndex?.get(type) ?? -1))),
    nameLength: records.map(({ name }) => toSearchable(name).text.length),
    scale: scales.flat(),
    budgets: bundles.map((bundle) =>
      BUDGET_STEPS.map((step) => bundle.filter(({ yuan }) => Number(yuan) >= step).length),
    ),
    traditional: toSimplified(new Set(texts.flatMap((text) => Array.from(text)))),
    latin: distinct(texts.flatMap((text) => text.match(/[a-z]+/g) ?? [])),
  };
}

/** The names of one bundle. */
export function toNameList(bundle: readonly SearchRecord[]): NameList {
  const indicators: [string, number][] = [];
  const known = new Map<string, number>();
  const indicatorsOf = bundle.map((record) => {
    const numbers = record.indicators.map(({ name, category }) => {
      const place = placeOfCategory(category);
      const key = `${place} ${name}`;
      const index = known.get(key) ?? indicators.push([name, place]) - 1;
      known.set(key, index);
      return index;
    });
    return [...new Set(numbers)];
  });
  return { names: bundle.map(({ name }) => name), indicators, indicatorsOf };
}

/** Sorted by UTF-16 units, so that no locale and no order of files changes it. */
function distinct(values: readonly string[]): string[] {
  return [...new Set(values)].sort();
}
