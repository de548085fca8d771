/**
 * Whether a part of a text begins or ends in the middle of a number: `8万` in `10.98万`, `27,700` in `2,092,927,700`.
 *
 * A search that finds a number finds it whole. `27,700` in `27,700.00` is whole. The engine decides the same without the text, by
 * positions of pairs (`engine/find-whole.ts`).
 */

/** @param text Folded, without spaces. @param end Exclusive. */
export function isInsideNumber(text: string, start: number, end: number): boolean {
  const part = text.slice(start, end);
  const before = text.slice(Math.max(0, start - 2), start);
  const after = text.slice(end, end + 4);
  if (/^\d/.test(part) && (/\d$/.test(before) || /\d\.$/.test(before))) return true;
  if (/^\d/.test(part) && /\d,$/.test(before) && beginsWithThousand(text.slice(start, start + 4)))
    return true;
  if (!/\d$/.test(part)) return false;
  return /^(?:\d|\.[1-9])/.test(after) || (/^,\d{3}/.test(after) && endsInGroup(part));
}

/** Three digits, as after a comma. */
export function beginsWithThousand(text: string): boolean {
  return /^\d{3}(?!\d)/.test(text);
}

/** At most three digits, as before a comma. */
export function endsInGroup(text: string): boolean {
  return /(?:^|\D)\d{1,3}$/.test(text);
}
