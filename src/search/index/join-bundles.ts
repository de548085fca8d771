/**
 * In: the BundleIndexes of a site.
 * Out: files of word ranges, each with the entries of all bundles. To find a word a browser loads one file, however many bundles
 * there are.
 */
import { gzipSync } from 'node:zlib';
import { joinParts, toChunk } from '../index-format.ts';
import type { BundleIndex } from './build-bundle.ts';

/** Level 9 takes 7× as long and saves 3 %. */
const GZIP_LEVEL = 6;

export interface JoinedFiles {
  /** As in IndexTable. */
  bounds: string[];
  files: Uint8Array[];
}

/** @param maxBytes Entries per file; a longer entry has its own file. Gzip leaves a third. */
export function joinBundles(bundles: readonly BundleIndex[], maxBytes = 32_000): JoinedFiles {
  const ranges = toRanges(bundles, maxBytes);
  const readers = bundles.map(entryReader);
  return {
    bounds: ranges.map(([first = ''], index) => shortestBetween(ranges[index - 1]?.at(-1) ?? '', first)),
    files: ranges.map((words) => {
      const parts = readers.map((read) => toChunk(words.flatMap(read)));
      return gzipSync(joinParts(parts), { level: GZIP_LEVEL });
    }),
  };
}

/** All words in order, at least one range. */
function toRanges(bundles: readonly BundleIndex[], maxBytes: number): string[][] {
  const bytes = new Map<string, number>();
  for (const { words, lengths } of bundles)
    for (const [index, word] of words.entries())
      bytes.set(word, (bytes.get(word) ?? 0) + (lengths[index] ?? 0));
  const ranges: string[][] = [[]];
  let size = 0;
  for (const [word, length] of [...bytes].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (size > 0 && size + length > maxBytes) {
      ranges.push([]);
      size = 0;
    }
    ranges.at(-1)?.push(word);
    size += length;
  }
  return ranges;
}

/** Returns a word's entry, or none. Words must be requested in order. */
function entryReader({ words, lengths, entries }: BundleIndex): (word: string) => Uint8Array[] {
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

/** The shortest prefix of `first` that sorts after `last`. */
function shortestBetween(last: string, first: string): string {
  let length = 0;
  while (length < first.length && first.charCodeAt(length) === last.charCodeAt(length)) length += 1;
  return first.slice(0, length + 1);
}
