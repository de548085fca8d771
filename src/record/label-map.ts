import { foldLabel } from './fold-label.ts';

/**
 * What labels mean, by their keys. A label that is not listed as it is written is looked up by its folded forms, so that
 * 本年度预算资金总额 finds 年度预算金额. Keys are listed as they are written.
 */
export class LabelMap<Value> extends Map<string, Value> {
  readonly #folded = new Map<string, Value>();

  /** Of two entries with one key, or with one folded form, the first counts. */
  static of<Value>(entries: Iterable<readonly [key: string, value: Value]>): LabelMap<Value> {
    const map = new LabelMap<Value>();
    const exact = new Set<string>();
    for (const [key, value] of entries) {
      if (!exact.has(key)) map.set(key, value);
      exact.add(key);
      const [folded = key] = foldLabel(key);
      if (!map.#folded.has(folded)) map.#folded.set(folded, value);
    }
    return map;
  }

  override get(key: string): Value | undefined {
    return super.get(key) ?? this.#getFolded(key);
  }

  override has(key: string): boolean {
    return this.get(key) !== undefined;
  }

  #getFolded(key: string): Value | undefined {
    if (key === '') return undefined;
    for (const folded of foldLabel(key)) {
      const value = this.#folded.get(folded);
      if (value !== undefined) return value;
    }
    return undefined;
  }
}
