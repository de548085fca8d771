import { must } from '../../record/must.ts';
import { toSearchable } from '../fold.ts';
import type { Choice } from '../query.ts';
import { findNamed } from '../short-names.ts';

/** The bodies that a text names, all of them where it is empty; and the one that is chosen by that, or an empty text. */
export function narrowChoices(
  bodies: readonly Choice[],
  typed: string,
): [named: readonly Choice[], chosen: string] {
  const { text } = toSearchable(typed);
  const names = bodies.map(({ value }) => toSearchable(value).text);
  const named = findNamed(names, text).map((index) => must(bodies[index]));
  const [only] = named;
  return [named, named.length === 1 && only ? only.value : ''];
}
