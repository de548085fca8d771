import { cpus, loadavg, totalmem } from 'node:os';
import { describeEdits } from './describe-edits.ts';
import { describeGrowth } from './describe-growth.ts';
import { describeProvince } from './describe-province.ts';
import { describeReader } from './describe-reader.ts';
import { describeSize } from './describe-size.ts';
import type { Measured } from './measured.ts';

/** The whole of `results.md`. @param where The file system that was built in. */
export function describeResults(results: readonly Measured[], rounds: number, where: string): string {
  return [
    '# What a build costs',
    'Written by `npm run bench -- --record`.',
    describeMachine(rounds, where),
    ...results.map(describeSize),
    ...describeGrowth(results),
    describeReader(results),
    ...describeEdits(results),
    ...describeProvince(results),
  ].join('\n\n');
}

function describeMachine(rounds: number, where: string): string {
  const [load = 0] = loadavg();
  const processor = cpus()[0]?.model ?? 'unknown processor';
  return [
    `${cpus().length} × ${processor}, ${Math.round(totalmem() / 1e9)} GB, Node ${process.version}, built in ${where}.`,
    `Load of the machine at the end of the run: ${load.toFixed(1)}. Median of ${rounds === 1 ? 'one round' : `${rounds} rounds (least to most)`}; ratios are of`,
    'wall time within a round, then their median. Memory is that of all processes together.',
  ].join('\n');
}
