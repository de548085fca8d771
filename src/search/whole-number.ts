/**
 * Where numbers begin and end in a text: `8万` in `10.98万`, `27,700` in `2,092,927,700` begin in the middle of one.
 *
 * A search that finds a number finds it whole. `27,700` in `27,700.00` is whole.
 */

/** Characters behind a digit that are looked at: a point and decimals, or a comma and three digits. */
const MOST_BEHIND = 12;

/** Whether a part of a text begins or ends in the middle of a number. @param text Folded, without spaces. @param end Exclusive. */
export function isInsideNumber(text: string, start: number, end: number): boolean {
  const [begins, ends] = [isDigit(text.charAt(start)), isDigit(text.charAt(end - 1))];
  return (begins && !beginsNumber(text, start)) || (ends && !endsNumber(text, end - 1));
}

/** Whether a digit is the first of its number. Behind a comma, three digits go on with the number before it. */
export function beginsNumber(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 2), at);
  if (/\d\.?$/.test(before)) return false;
  return !/\d,$/.test(before) || !/^\d{3}(?!\d)/.test(text.slice(at, at + 4));
}

/** Whether a digit is the last of its number, but for zeros behind the point. Behind at most three digits, a comma and three more go on. */
export function endsNumber(text: string, at: number): boolean {
  const after = text.slice(at + 1, at + 1 + MOST_BEHIND);
  if (/^(?:\d|\.0*[1-9])/.test(after)) return false;
  return !/^,\d{3}/.test(after) || /\d{4}$/.test(text.slice(Math.max(0, at - 3), at + 1));
}

/** Whether a text is one digit. */
export function isDigit(text: string): boolean {
  return /^\d$/.test(text);
}
