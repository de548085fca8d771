import { readFileSync } from 'node:fs';
import { unflatten } from 'devalue';
import { onRendered } from './rendered.ts';

/** Astro's store of all collections, by collection and id. */
type Store = Map<string, Map<string, unknown>>;

/**
 * Reads Astro's store from its file. It is emptied when all pages are made.
 *
 * Astro would unflatten it too, but keep the flat one, which is as large.
 */
export function readStore(file: string): Store {
  const store = unflatten(JSON.parse(readFileSync(file, 'utf8')) as unknown[]) as Store;
  onRendered(() => {
    store.clear();
  });
  return store;
}
