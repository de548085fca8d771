/** The cache of verified sources: the same bytes need not be compared again by the same code. */
import type { DigestStore } from '../cache/digest-store.ts';
import type { VerifiedSource, VerifiedSources } from '../verify/verify-conservation.ts';

/** @param code Digest of the code that verifies. Empty where nothing is stored, or it can't be read. */
export function readVerified(store: DigestStore, code: string): VerifiedSources {
  try {
    return new Map(JSON.parse(store.get(code)?.toString() ?? '[]') as [string, VerifiedSource][]);
  } catch {
    return new Map();
  }
}

export function storeVerified(store: DigestStore, code: string, sources: VerifiedSources): void {
  store.put(code, JSON.stringify([...sources]));
  store.prune();
}
