import { createHash } from 'node:crypto';
import type { DigestStore } from '../cache/digest-store.ts';

/**
 * Keeps values that are plain JSON in a store, each under a digest of its key.
 *
 * @param code Digest of the code that makes them, and of all that it depends on besides the keys.
 */
export function rememberIn(
  store: DigestStore,
  code: string,
): <Value>(key: unknown, make: () => Value) => Value {
  return <Value>(key: unknown, make: () => Value): Value => {
    const name = createHash('sha256')
      .update(JSON.stringify([code, key]))
      .digest('hex');
    const kept = store.get(name);
    if (kept) return JSON.parse(kept.toString()) as Value;
    const value = make();
    store.put(name, JSON.stringify(value));
    return value;
  };
}
