import { groupDigits } from '../../record/group-digits.ts';
import { toSearchable } from '../fold.ts';
import type { Line } from '../query.ts';

/** What the page of a line marks: the value as published; none for a body or the guide. */
export function wordsOf({ target, yuan }: Pick<Line, 'target' | 'yuan'>): string[] {
  if (target) return [toSearchable(target.text).text];
  return yuan === null ? [] : [groupDigits(yuan)];
}
