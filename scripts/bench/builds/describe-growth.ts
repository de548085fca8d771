import { markdownTable } from '../markdown-table.ts';
import type { Cost } from '../measure-process.ts';
import { OURS } from './contender.ts';
import { growthExponent, median } from './figures.ts';
import type { Measured } from './measured.ts';

/** From this size on, the start of the program weighs little, and one exponent says how a build grows. */
const LEAST = 1000;

/** The power of the number of projects with which our build from nothing grows: between neighbours, and over all large sizes. */
export function describeGrowth(results: readonly Measured[]): string[] {
  if (results.length < 2) return [];
  const neighbours = results.slice(1).map((result, index) => results.slice(index, index + 1).concat(result));
  const large = results.filter(({ size }) => size >= LEAST);
  const rows = neighbours.map((pair) => [pair.map(({ size }) => size).join(' to '), ...exponents(pair)]);
  if (large.length > 1) rows.push([`fitted over ${large.length} sizes from ${LEAST}`, ...exponents(large)]);
  const parts = [
    '## Growth',
    'The power of the number of projects with which a figure of our build from nothing grows; 1 is in proportion.',
    markdownTable(['projects', 'wall', 'CPU', 'memory'], rows),
  ];
  return [parts.join('\n\n')];
}

function exponents(results: readonly Measured[]): string[] {
  const figures: ((cost: Cost) => number)[] = [
    ({ wallSeconds }) => wallSeconds,
    ({ cpuSeconds }) => cpuSeconds,
    ({ peakMegabytes }) => peakMegabytes,
  ];
  return figures.map((of) =>
    growthExponent(
      results.map(({ size, costs }) => [size, median((costs.get(OURS) ?? []).map(of))] as const),
    ).toFixed(2),
  );
}
