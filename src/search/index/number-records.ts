import { toFen } from '../../record/to-fen.ts';
import type { SearchRecord } from '../search-record.ts';

/** All records in the order of their numbers: largest budget first, equal ones by address. */
export function numberRecords(records: readonly SearchRecord[]): SearchRecord[] {
  return [...records].sort((a, b) => {
    const difference = toFen(b.yuan) - toFen(a.yuan);
    if (difference !== 0n) return difference > 0n ? 1 : -1;
    return a.url < b.url ? -1 : 1;
  });
}
