/**
 * In: the SearchRecords of a site, in the order of their numbers.
 * Out: its SearchTable and its NameList.
 */
import { BUDGET_RANGES } from '../../display/budget-range.ts';
import { FIELD_LABELS } from '../../record/fields.ts';
import { must } from '../../record/must.ts';
import { toSearchable } from '../fold.ts';
import { textsOf, type SearchRecord } from '../search-record.ts';
import type { BodyAddresses, NameList, SearchTable } from '../search-table.ts';
import { facetOfCategory } from '../sections.ts';
import { simplifiedCharacters } from './simplified-characters.ts';

/** @param scales Of the records, as in EncodedRecord. */
export function toSearchTable(
  records: readonly SearchRecord[],
  scales: readonly number[],
  { index, guide }: Pick<SearchTable, 'index' | 'guide'>,
): Omit<SearchTable, 'version'> {
  const bodies = namesOfBodies(records);
  const types = distinct(records.flatMap(({ type }) => type ?? []));
  const recordOf = new Map(records.map((record) => [disclosureOf(record), record]));
  const disclosures = distinct([...recordOf.keys()]);
  const [bodyIndex, typeIndex, disclosureIndex] = [indexIn(bodies), indexIn(types), indexIn(disclosures)];
  const texts = distinct(records.flatMap(textsOf)).map((text) => toSearchable(text).text);
  const sums = records.flatMap(({ yuan }) => (yuan === null ? [] : Number(yuan)));
  return {
    index,
    bodies,
    types,
    disclosures: disclosures.map((address) => {
      const record = must(recordOf.get(address));
      const [body, department] = [bodyIndex(record.publisher), bodyIndex(departmentOf(record))];
      return department === body ? [record.year, body] : [record.year, body, department];
    }),
    disclosure: records.map((record) => disclosureIndex(disclosureOf(record))),
    type: records.map(({ type, asksType }) => (asksType === false ? -2 : typeIndex(type))),
    nameLength: records.map(({ name }) => toSearchable(name).text.length),
    scale: [...scales],
    answered: stepsOf(records.flatMap(({ result }, number) => (result ? [number] : []))),
    budgets: BUDGET_RANGES.map(({ from }) => sums.filter((sum) => sum >= from).length).reverse(),
    traditional: simplifiedCharacters(new Set(texts.flatMap((text) => Array.from(text)))),
    latin: distinct(texts.flatMap((text) => text.match(/[a-z]+/g) ?? [])),
    guide,
  };
}

/** Publishers and departments, each once. */
function namesOfBodies(records: readonly SearchRecord[]): string[] {
  return distinct(records.flatMap((record) => [record.publisher, departmentOf(record) ?? record.publisher]));
}

/** The name of the department that a project is under. Null: the project does not say. */
export function departmentOf({ others }: SearchRecord): string | null {
  return others.find(({ label }) => label === FIELD_LABELS.department)?.text ?? null;
}

/** The newest page of each body. */
export function toBodyAddresses(records: readonly SearchRecord[]): BodyAddresses {
  const newest = new Map<string, SearchRecord>();
  for (const record of records) {
    const other = newest.get(record.publisher);
    if (!other || comparePages(record, other) < 0) newest.set(record.publisher, record);
  }
  return namesOfBodies(records).map((name) => {
    const record = newest.get(name);
    return record ? `${folderOf(record)}/` : null;
  });
}

/** Pages of targets before those of results alone, the newest first. */
function comparePages(a: SearchRecord, b: SearchRecord): number {
  const isResult = ({ result, url }: SearchRecord) => Number(result?.url === url);
  return isResult(a) - isResult(b) || b.year - a.year || (a.url < b.url ? -1 : 1);
}

export function toNameList(records: readonly SearchRecord[]): NameList {
  const indicators: [string, number][] = [];
  const indexOf = new Map<string, number>();
  const indicatorsOf = records.map((record) => {
    return record.indicators.map(({ name, category }) => {
      const facet = facetOfCategory(category);
      const key = `${facet} ${name}`;
      const index = indexOf.get(key) ?? indicators.push([name, facet]) - 1;
      indexOf.set(key, index);
      return index;
    });
  });
  return { names: records.map(({ name }) => name), indicators, indicatorsOf };
}

/** A disclosure, and a department in it. */
function disclosureOf(record: SearchRecord): string {
  return `${folderOf(record)} ${departmentOf(record) ?? ''}`;
}

/** The address of a project's disclosure, without a slash at the end. */
function folderOf({ url }: SearchRecord): string {
  return url.slice(0, url.lastIndexOf('/', url.length - 2));
}

/** Each number as the step from the one before, the first from 0. @param numbers Ascending. */
function stepsOf(numbers: readonly number[]): number[] {
  return numbers.map((number, index) => number - (numbers[index - 1] ?? 0));
}

/** Sorted by UTF-16 units, independent of locale and file order. */
function distinct(values: readonly string[]): string[] {
  return [...new Set(values)].sort();
}

/** Returns the index of a value, or -1. */
function indexIn(values: readonly string[]): (value: string | null) => number {
  const indexes = new Map<string | null, number>(values.map((value, index) => [value, index]));
  return (value) => indexes.get(value) ?? -1;
}
