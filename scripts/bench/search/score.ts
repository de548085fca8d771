import { percentile } from '../figures.ts';
import type { SampledQuery } from '../sample-queries.ts';
import type { SearchResult } from './measure-queries.ts';

/** Shares in percent; times in milliseconds. */
export function score({ found, times }: SearchResult, queries: readonly SampledQuery[]) {
  const answers = queries.map((query, index) => {
    const numbers = found[index] ?? [];
    const right = numbers.filter((number) => query.truth.has(number)).length;
    return { query, right, found: numbers.length, isExact: isExact(numbers, query) };
  });
  const present = answers.filter(({ query }) => query.kind !== 'absent');
  const absent = answers.filter(({ query }) => query.kind === 'absent');
  const percent = (shareOf: (answer: (typeof answers)[number]) => number) =>
    Number(((present.reduce((sum, answer) => sum + shareOf(answer), 0) / present.length) * 100).toFixed(1));
  return {
    // A part of a value may be nowhere whole: then nothing is missed.
    'recall %': percent(({ right, query: { truth } }) => (truth.size === 0 ? 1 : right / truth.size)),
    'precision %': percent(({ right, found: all, isExact: exact }) =>
      all === 0 ? Number(exact) : right / all,
    ),
    'exact %': percent((answer) => Number(answer.isExact)),
    'absent found': `${absent.filter((answer) => answer.found > 0).length}/${absent.length}`,
    'p50 ms': Number(percentile(times, 50).toFixed(1)),
    'p95 ms': Number(percentile(times, 95).toFixed(1)),
    'max ms': Math.round(Math.max(...times)),
  };
}

export function isExact(found: readonly number[], { truth }: SampledQuery): boolean {
  return found.length === truth.size && found.every((number) => truth.has(number));
}
