import { must } from '../record/must.ts';
import type { DataSet } from './data-set.ts';
import type { MakeFiles } from './files-in-worker.ts';

/**
 * Makes files in the order in which the build renders pages, that of their addresses: keeps those of the latest set of each kind,
 * as all of a province don't fit into memory, and where a thread makes them, starts on the next set's.
 */
export function inOrder(sets: readonly DataSet[], makers: Record<DataSet['kind'], MakeFiles>): MakeFiles {
  const next = new Map<DataSet, DataSet>();
  for (const ofKind of Map.groupBy(sets, ({ kind }) => kind).values()) {
    if (makers[must(ofKind[0]).kind] === makers.site) continue;
    const sorted = ofKind.toSorted((a, b) => (`${a.id}/` < `${b.id}/` ? -1 : 1));
    for (const [index, set] of sorted.slice(1).entries()) next.set(must(sorted[index]), set);
  }
  const kept = new Map<DataSet['kind'], ReadonlyMap<DataSet, ReturnType<MakeFiles>>>();
  return (set) => {
    // The home page and its downloads are rendered before all others.
    if (set.kind !== 'site') kept.delete('site');
    const made = kept.get(set.kind);
    const filesOfSet = made?.get(set) ?? makers[set.kind](set);
    const following = next.get(set);
    const ahead = following && ([following, made?.get(following) ?? makers[set.kind](following)] as const);
    kept.set(set.kind, new Map([[set, filesOfSet], ...(ahead ? [ahead] : [])]));
    return filesOfSet;
  };
}
