import { createHash } from 'node:crypto';
import type { Indicator } from '../record/disclosure-schema.ts';
import { maskNumbers } from '../record/mask-numbers.ts';

/** How much of two fingerprints is the same where the rows are the same, the same indicator, or of one name. */
export const SAME_ROW = 18;
export const SAME_INDICATOR = 12;
export const SAME_NAME = 6;

const known = new WeakMap<Indicator, string>();

/**
 * What tells a row from the others of its project, whatever line it stands in: 18 hex digits, six of its name, six of its
 * name and categories, six of all its cells. Of texts as pages show them.
 */
export function fingerprintOf(indicator: Indicator): string {
  const found = known.get(indicator);
  if (found !== undefined) return found;
  const { name, category, subcategory, periodTarget, annualTarget, details } = indicator;
  const place = [name, category, subcategory];
  const cells = [
    ...place,
    periodTarget?.text,
    annualTarget?.text,
    ...details.flatMap(({ label, value }) => [label, value]),
  ];
  const fingerprint = [[name], place, cells].map(digestOf).join('');
  known.set(indicator, fingerprint);
  return fingerprint;
}

function digestOf(texts: readonly (string | undefined)[]): string {
  const shown = texts.map((text) => (text === undefined ? null : maskNumbers(text)));
  return createHash('sha256').update(JSON.stringify(shown)).digest('hex').slice(0, 6);
}
