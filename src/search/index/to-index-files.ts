/**
 * In: the indexed words of a site, sorted.
 * Out: files of word ranges, each with the entries of all bundles. To find a word a browser loads one file, however many bundles
 * there are.
 */
import { gzipSync } from 'node:zlib';
import { CborWriter, joinParts } from '../index-format.ts';
import type { IndexedWord } from './index-words.ts';

/** Level 9 takes 7× as long and saves 3 %. */
const GZIP_LEVEL = 6;

export interface IndexFiles {
  /** As in IndexTable. */
  bounds: string[];
  files: Uint8Array[];
}

/** @param maxBytes Entries per file; a longer word has its own file. Gzip leaves a third. */
export function toIndexFiles(words: readonly IndexedWord[], bundles: number, maxBytes = 32_000): IndexFiles {
  const ranges = toRanges(words, maxBytes);
  return {
    bounds: ranges.map(([first], index) =>
      shortestBetween(ranges[index - 1]?.at(-1)?.word ?? '', first?.word ?? ''),
    ),
    files: ranges.map((range) => {
      const parts = Array.from({ length: bundles }, (_, bundle) => toChunk(range, bundle));
      return gzipSync(joinParts(parts), { level: GZIP_LEVEL });
    }),
  };
}

/** At least one range. */
function toRanges(words: readonly IndexedWord[], maxBytes: number): IndexedWord[][] {
  const ranges: IndexedWord[][] = [[]];
  let size = 0;
  for (const word of words) {
    const length = word.entries.reduce((sum, entry) => sum + (entry?.length ?? 0), 0);
    if (size > 0 && size + length > maxBytes) {
      ranges.push([]);
      size = 0;
    }
    ranges.at(-1)?.push(word);
    size += length;
  }
  return ranges;
}

/** A bundle's words of a range, as in a file of Pagefind's: `[[entry, …]]`. */
function toChunk(range: readonly IndexedWord[], bundle: number): Uint8Array {
  const entries = range.flatMap((word) => word.entries[bundle] ?? []);
  const chunk = CborWriter.file().array(1).array(entries.length);
  for (const entry of entries) chunk.append(entry);
  return chunk.bytes();
}

/** The shortest prefix of `first` that sorts after `last`. */
function shortestBetween(last: string, first: string): string {
  let length = 0;
  while (length < first.length && first.charCodeAt(length) === last.charCodeAt(length)) length += 1;
  return first.slice(0, length + 1);
}
