import { onceASite } from '../astro-internals/once-a-site.ts';
import type { Changes } from '../display/changes.ts';
import { cacheKey, keyOfBody } from './cache-key.ts';
import { changesOfYear } from './history.ts';
import { readHistory } from './read-history.ts';
import { readSite, type Year } from './site.ts';

/** Each year of the site that has one before, newest first, with what changed, and what represents it. Made once a build. */
export const yearChanges = onceASite(async () => {
  const site = await readSite();
  const history = await readHistory();
  return site.years.flatMap((year, index): { year: Year; changes: Changes; key: string }[] => {
    const changes = changesOfYear(year, site, history);
    if (!changes) return [];
    const bodies = [year, site.years[index + 1]].flatMap((each) => each?.bodies ?? []);
    const pairs = changes.stay.map((pair) => [pair.before.id, pair.after.id, pair.by]);
    return [{ year, changes, key: cacheKey(bodies.map(keyOfBody), pairs) }];
  });
});
