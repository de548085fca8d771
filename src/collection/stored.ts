/**
 * Hands the collections that loaders have stored to the program that renders. A build runs both in one process, but they share
 * no module; Astro itself has the one write a file and the other read it, and so has all entries in memory twice.
 */
import { channel } from 'node:diagnostics_channel';
import type { Loader, LoaderContext } from 'astro/loaders';

/** Entries of all collections, by collection and id. */
export type Collections = Map<string, Map<string, unknown>>;

/** Of the whole process; its messages are collections to be filled. */
const asked = channel('jixiao:stored');

/** A loader that hands over what it has stored. In `astro dev`, where entries change, it does not. */
export function handedOver(loader: Loader): Loader {
  return {
    ...loader,
    async load(context) {
      await loader.load(context);
      if (!context.watcher) answer(context);
    },
  };
}

/** The collections that were handed over in this process: none, where the loaders ran in another. */
export function askForStored(): Collections {
  const collections: Collections = new Map();
  asked.publish(collections);
  return collections;
}

function answer({ collection, store }: LoaderContext): void {
  asked.subscribe((collections) => {
    (collections as Collections).set(collection, new Map(store.entries()));
  });
}
