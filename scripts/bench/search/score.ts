import type { SampledQuery } from '../sample-queries.ts';
import type { SearchResult } from './search-result.ts';

/** Shares in percent; times in milliseconds. */
export function score({ found, times }: SearchResult, queries: readonly SampledQuery[]) {
  const present = queries
    .map((query, index) => ({ query, own: found[index] ?? [] }))
    .filter(({ query }) => query.kind !== 'absent');
  const absent = queries
    .map((query, index) => ({ query, own: found[index] ?? [] }))
    .filter(({ query }) => query.kind === 'absent');
  const right = present.map(({ query, own }) => own.filter((number) => query.truth.has(number)).length);
  return {
    'recall %': share(
      sum(present.map(({ query }, index) => (right[index] ?? 0) / query.truth.size)),
      present.length,
    ),
    'precision %': share(
      sum(present.map(({ own }, index) => (own.length === 0 ? 0 : (right[index] ?? 0) / own.length))),
      present.length,
    ),
    'exact %': share(present.filter(({ query, own }) => isExact(own, query)).length, present.length),
    'absent found': `${absent.filter(({ own }) => own.length > 0).length}/${absent.length}`,
    'p50 ms': Number(percentile(times, 50).toFixed(1)),
    'p95 ms': Number(percentile(times, 95).toFixed(1)),
    'max ms': Number(Math.max(...times).toFixed(0)),
  };
}

export function isExact(own: readonly number[], { truth }: SampledQuery): boolean {
  return own.length === truth.size && own.every((number) => truth.has(number));
}

export function percentile(times: readonly number[], percent: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? NaN;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function share(part: number, whole: number): number {
  return Number(((part / whole) * 100).toFixed(1));
}
