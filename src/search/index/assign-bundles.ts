import { toFen } from '../../record/to-fen.ts';
import type { SearchRecord } from '../search-record.ts';
import { PROJECTS_IN_BUNDLE } from '../search-table.ts';

/** The bundle that a project is indexed in. */
export type BundleOf = (record: SearchRecord) => number;

/** All records in the order of their numbers: largest budget first, equal ones by address. */
export function numberRecords(records: readonly SearchRecord[]): SearchRecord[] {
  return [...records].sort((a, b) => {
    const difference = toFen(b.yuan) - toFen(a.yuan);
    if (difference !== 0n) return difference > 0n ? 1 : -1;
    return a.url < b.url ? -1 : 1;
  });
}

/**
 * All projects of a disclosure go to one bundle, chosen by its address alone. So a changed disclosure changes one bundle, until
 * the site grows so much that each bundle is split in two.
 *
 * @param projects Their number.
 */
export function assignBundles(projects: number): { count: number; bundleOf: BundleOf } {
  let count = 1;
  while (projects > count * PROJECTS_IN_BUNDLE) count *= 2;
  return { count, bundleOf: (record) => hash(disclosureOf(record)) % count };
}

/** The address of a project's disclosure. */
export function disclosureOf({ url }: SearchRecord): string {
  return url.slice(0, url.lastIndexOf('/', url.length - 2));
}

/** FNV-1a. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1)
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return value >>> 0;
}
