import type { Place } from './grid.ts';

/** Something that a stage has to say of a place: a notice that does not know its file yet. */
export interface Finding extends Place {
  /** `noun/finding`, stable. */
  rule: string;
  severity: 'error' | 'warning' | 'info';
  /** Chinese, for staff. */
  message: string;
}

/** Takes findings as they come up. */
export type Report = (finding: Finding) => void;
