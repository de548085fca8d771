/**
 * Hands the collections that loaders have stored to the program that renders. Both run in one process, but share no module;
 * Astro itself has the one write a file and the other read it, and so has all entries in memory twice.
 */
import { channel } from 'node:diagnostics_channel';
import type { Loader, LoaderContext } from 'astro/loaders';

/** An entry as Astro stores it. */
export interface StoredEntry {
  data: Record<string, unknown>;
}
/** Entries of all collections, by collection and id. */
export type Collections = Map<string, Map<string, StoredEntry>>;

/** Of the whole process; its messages are collections to be filled. */
const asked = channel('jixiao:stored');
/** Of the whole process, too: something has been stored that is not what was there. */
const changed = channel('jixiao:changed');

/** A loader that hands over what it has stored. */
export function handedOver(loader: Loader): Loader {
  let latest: LoaderContext | undefined;
  asked.subscribe((collections) => {
    if (latest) (collections as Collections).set(latest.collection, new Map(latest.store.entries()));
  });
  return {
    ...loader,
    async load(context) {
      await loader.load(context);
      latest = context;
    },
  };
}

/** The collections as they are now: none, where the loaders ran in another process. */
export function askForStored(): Collections {
  const collections: Collections = new Map();
  asked.publish(collections);
  return collections;
}

/** Tells the program that renders that entries have changed. */
export function tellChange(): void {
  changed.publish(null);
}

export function onChange(act: () => void): void {
  changed.subscribe(act);
}
