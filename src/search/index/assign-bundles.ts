import { toFen } from '../../record/to-fen.ts';
import { PROJECTS_IN_BUNDLE } from '../search-table.ts';
import type { SearchRecord } from '../search-record.ts';

/** Where a project is in the index: its bundle, by number. */
export type BundleOf = (record: SearchRecord) => number;

/** All records in the order of their numbers: largest budget first, equal ones by address. */
export function numberRecords(records: readonly SearchRecord[]): SearchRecord[] {
  return [...records].sort(byBudget);
}

/**
 * A disclosure's projects go to one bundle, which its address alone decides: whatever happens to other disclosures, a
 * bundle stays as it was, until there are so many projects that each bundle becomes two.
 *
 * @param projects How many there are.
 */
export function assignBundles(projects: number): { count: number; bundleOf: BundleOf } {
  let count = 1;
  while (projects > count * PROJECTS_IN_BUNDLE) count *= 2;
  return { count, bundleOf: (record) => hash(disclosureOf(record)) % count };
}

function byBudget(a: SearchRecord, b: SearchRecord): number {
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
