import type { Cost } from '../measure-process.ts';
import type { FirstQuery } from '../search/first-query.ts';
import type { ContenderName } from './contender.ts';
import type { Edit } from './measure-edit.ts';
import type { Output } from './read-output.ts';

/** Everything that was measured at one number of projects. */
export interface Measured {
  size: number;
  /** A cost for each round. */
  costs: ReadonlyMap<ContenderName, readonly Cost[]>;
  /** Contenders that were asked for and not measured, and why. */
  leftOut: ReadonlyMap<ContenderName, string>;
  /** What `scripts/build.ts --timings` said of each of our builds from nothing. */
  timings: readonly Timings[];
  output: Output;
  /** A fresh reader's first query, once a round; none where there is no browser. */
  firstQueries: readonly FirstQuery[];
  /** With `--dev`. */
  edit: Edit | null;
}

/** Milliseconds by phase. Phases overlap: the index and the check run beside others. */
export type Timings = Readonly<Record<string, number>>;
