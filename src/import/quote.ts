import { shorten } from '../table/shorten.ts';

/** The beginning of a cell, on one line. */
export function quote(text: string): string {
  return shorten(text.replaceAll(/\s+/g, ' ').trim(), 20);
}
