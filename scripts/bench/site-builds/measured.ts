import type { Cost } from '../measure-process.ts';
import type { Loading } from '../search/measure-loading.ts';
import type { ContenderName } from './contenders.ts';
import type { Edit } from './measure-edit.ts';
import type { Output } from './read-output.ts';

/** All measurements for one number of projects. */
export interface Measured {
  size: number;
  /** One cost per round. */
  costs: ReadonlyMap<ContenderName, readonly Cost[]>;
  /** One entry per clean build of ours. */
  timings: readonly Timings[];
  output: Output;
  /** First queries of a new reader, one per round. */
  firstQueries: readonly Loading[];
  /** Null without `--dev`. */
  edit: Edit | null;
}

/** Milliseconds per phase, from `scripts/build.ts --timings`. Phases overlap. */
export type Timings = Readonly<Record<string, number>>;
