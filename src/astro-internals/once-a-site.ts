import { openedSite } from './opened-site.ts';

/** Makes a value once for each opened site: once a build; in `astro dev` once after each edit. */
export function onceASite<Value>(make: () => Value): () => Value {
  const values = new WeakMap<object, { value: Value }>();
  return () => {
    const site = openedSite();
    const made = values.get(site) ?? { value: make() };
    values.set(site, made);
    return made.value;
  };
}
