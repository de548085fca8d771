/**
 * In: the BundleIndexes of a site.
 * Out: files of runs of words, each with what all bundles have of them. A browser that looks for a word loads one file, however
 * many bundles there are, and little in it is of other words.
 */
import { gzipSync } from 'node:zlib';
import type { BundleIndex } from './build-bundle.ts';
import { joinParts, toChunk } from '../index-format.ts';

/** The best would take seven times as long, and save three hundredths. */
const LEVEL = 6;

export interface JoinedIndex {
  /** Of each file: no word of it comes before this, and each word of the file before it does. */
  bounds: string[];
  files: Uint8Array[];
}

/** @param bytesInFile Of entries, at most; a word that has more has a file of its own. Compressed, a third is left. */
export function joinBundles(bundles: readonly BundleIndex[], bytesInFile = 32_000): JoinedIndex {
  const runs = toRuns(bundles, bytesInFile);
  const readers = bundles.map(readEntries);
  return {
    bounds: runs.map(([first = ''], index) => shortestBetween(runs[index - 1]?.at(-1) ?? '', first)),
    files: runs.map((words) =>
      gzipSync(joinParts(readers.map((read) => toChunk(words.flatMap(read)))), { level: LEVEL }),
    ),
  };
}

/** All words in order, cut where a file is full. There is one at least. */
function toRuns(bundles: readonly BundleIndex[], bytesInFile: number): string[][] {
  const bytes = new Map<string, number>();
  for (const { words, lengths } of bundles)
    for (const [index, word] of words.entries())
      bytes.set(word, (bytes.get(word) ?? 0) + (lengths[index] ?? 0));
  const runs: string[][] = [[]];
  let filled = 0;
  for (const [word, length] of [...bytes].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (filled > 0 && filled + length > bytesInFile) {
      runs.push([]);
      filled = 0;
    }
    runs.at(-1)?.push(word);
    filled += length;
  }
  return runs;
}

/** Gives a word's entry, or none; words are asked for in order. */
function readEntries({ words, lengths, entries }: BundleIndex): (word: string) => Uint8Array[] {
  let [next, start] = [0, 0];
  return (word) => {
    if (words[next] !== word) return [];
    const end = start + (lengths[next] ?? 0);
    const entry = entries.subarray(start, end);
    next += 1;
    start = end;
    return [entry];
  };
}

/** The shortest text that comes after `last`, and not after `first`. */
function shortestBetween(last: string, first: string): string {
  let length = 0;
  while (length < first.length && first.charCodeAt(length) === last.charCodeAt(length)) length += 1;
  return first.slice(0, length + 1);
}
