import { readFileSync } from 'node:fs';
import { unflatten } from 'devalue';
import { onRendered } from './rendered.ts';
import { askForStored, type Collections, type StoredEntry } from './stored.ts';

/**
 * Astro's store of all collections: what the loaders of this process hand over, or what is in the store's file. It is emptied
 * when all pages are made.
 *
 * Astro would read the file and unflatten it too, but keep the flat one, which is as large.
 */
export function readStore(file: string): Collections {
  const handed = askForStored();
  const store = handed.size > 0 ? toCopies(handed) : readFile(file);
  onRendered(() => {
    store.clear();
  });
  return store;
}

/** New entries each time, as from a file: what is made of a store in `astro dev` is known to be of an older one by that. */
function toCopies(collections: Collections): Collections {
  const copy = (entry: StoredEntry): StoredEntry => ({ ...entry, data: { ...entry.data } });
  return new Map(
    Array.from(collections, ([name, entries]) => [
      name,
      new Map(Array.from(entries, ([id, entry]) => [id, copy(entry)])),
    ]),
  );
}

function readFile(file: string): Collections {
  return unflatten(JSON.parse(readFileSync(file, 'utf8')) as unknown[]) as Collections;
}
