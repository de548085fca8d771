/** A mobile number, with its country or without; a number with its area code; an identity card's. Without what parts their digits. */
const MOBILE = /^(?:\+?86)?1[3-9]\d{9}$/;
const LANDLINE = /^0\d{9,11}$/;
const IDENTITY = /^[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dX]$/;
/** What follows a sum of money. */
const MONEY = /^\s*[万亿]?元/;

/**
 * The same text, or the same with personal numbers masked: the first three characters of a telephone or identity number stay, the
 * others are `*`.
 */
export function isShownAs(source: string, published: string): boolean {
  if (published === source) return true;
  // Line ends of a quoted cell are published as they are; the reader of the source makes them all the same.
  const shown = published.replaceAll(/\r\n?/g, '\n');
  if (shown === source) return true;
  if (shown.length !== source.length || !shown.includes('*')) return false;
  let rest = shown;
  for (const { 0: stars, index } of shown.matchAll(/\*+/g)) {
    const hidden = source.slice(index, index + stars.length);
    // Stars of the source itself, at either end of a mask, are no part of it.
    const from = index + (/^\*+/.exec(hidden)?.[0].length ?? 0);
    const to = index + stars.length - (/\*+$/.exec(hidden)?.[0].length ?? 0);
    if (from < to && !isPersonal(source, from - 3, to)) return false;
    rest = rest.slice(0, index) + hidden + rest.slice(index + stars.length);
  }
  return rest === source;
}

function isPersonal(text: string, start: number, end: number): boolean {
  const [before, number, behind] = [text.slice(0, start), text.slice(start, end), text.slice(end)];
  const plain = number.normalize('NFKC').toUpperCase();
  const digits = plain.replaceAll(/[ ()—-]/g, '');
  if (/\d$/.test(before) || /^\d/.test(behind) || /\s/.test(plain.replaceAll(' ', ''))) return false;
  return IDENTITY.test(digits) || ((MOBILE.test(digits) || LANDLINE.test(digits)) && !MONEY.test(behind));
}
