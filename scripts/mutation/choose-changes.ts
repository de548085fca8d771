import { seededRandom } from '../bench/seeded-random.ts';

/** At most `count` of all changes, chosen by a seed: the same ones each time. */
export function chooseChanges<T>(changes: readonly T[], count: number, seed: number): T[] {
  const random = seededRandom(seed);
  const left = [...changes];
  return Array.from({ length: Math.min(count, left.length) }, () =>
    left.splice(Math.floor(random() * left.length), 1),
  ).flat();
}
