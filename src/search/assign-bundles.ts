import { toFen } from '../record/to-fen.ts';
import { PROJECTS_IN_BUNDLE } from './search-table.ts';
import type { SearchRecord } from './search-record.ts';

/**
 * The records of each bundle, largest budget first, equal ones by address.
 *
 * A disclosure's projects go to one bundle, which its address alone decides: whatever happens to other disclosures, a
 * bundle stays as it was, until there are so many projects that each bundle becomes two.
 */
export function assignBundles(records: readonly SearchRecord[]): SearchRecord[][] {
  let count = 1;
  while (records.length > count * PROJECTS_IN_BUNDLE) count *= 2;
  const bundles = Array.from({ length: count }, (): SearchRecord[] => []);
  for (const record of records) bundles[hash(disclosureOf(record)) % count]?.push(record);
  return bundles.map((bundle) => bundle.sort(byBudget));
}

/** Largest budget first, equal ones by address. */
export function byBudget(a: SearchRecord, b: SearchRecord): number {
  const difference = toFen(b.yuan) - toFen(a.yuan);
  if (difference !== 0n) return difference > 0n ? 1 : -1;
  return a.url < b.url ? -1 : 1;
}

/** Year and file: the address above the project's. */
export function disclosureOf({ url }: SearchRecord): string {
  return url.slice(0, url.lastIndexOf('/', url.length - 2));
}

/** FNV-1a. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return value >>> 0;
}
