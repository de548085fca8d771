import type { Place } from '../../table/grid.ts';
import type { ParsedProject, Severity } from '../disclosure-schema.ts';
import type { Places } from '../places.ts';

/** A check over one project that has been read: what to know about figures that are each readable. */
export interface Rule {
  /** `noun/finding`, stable: it is published with the notice. */
  id: string;
  severity: Exclude<Severity, 'error'>;
  check: (project: ParsedProject, places: Places) => RuleFinding[];
}

/** One place and what is to be said of it: two figures and their difference, no blame. */
export interface RuleFinding extends Place {
  message: string;
}

/** A finding at a place. */
export function at({ line, column }: Place, message: string): RuleFinding {
  return { line, column, message };
}
