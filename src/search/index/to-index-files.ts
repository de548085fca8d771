/**
 * In: the indexed words of a site, sorted.
 * Out: files of word ranges. To find a word a browser loads one file.
 */
import { gzipSync } from 'node:zlib';
import { CborWriter } from '../index-format.ts';
import type { IndexedWord } from './index-words.ts';

/** Level 9 takes 7× as long and saves 3 %. */
const GZIP_LEVEL = 6;

export interface IndexFiles {
  /** As in IndexTable. */
  bounds: string[];
  files: Uint8Array[];
}

/** @param maxBytes Entries per file; a longer entry has its own file. Gzip leaves a third. */
export function toIndexFiles(words: readonly IndexedWord[], maxBytes = 32_000): IndexFiles {
  const ranges = toRanges(words, maxBytes);
  return {
    bounds: ranges.map(([first], index) =>
      shortestBetween(ranges[index - 1]?.at(-1)?.word ?? '', first?.word ?? ''),
    ),
    files: ranges.map((range) => gzipSync(toChunk(range), { level: GZIP_LEVEL })),
  };
}

/** At least one range. */
function toRanges(words: readonly IndexedWord[], maxBytes: number): IndexedWord[][] {
  const ranges: IndexedWord[][] = [[]];
  let size = 0;
  for (const word of words) {
    const { length } = word.entry;
    if (size > 0 && size + length > maxBytes) {
      ranges.push([]);
      size = 0;
    }
    ranges.at(-1)?.push(word);
    size += length;
  }
  return ranges;
}

/** `[[entry, …]]`. */
function toChunk(words: readonly IndexedWord[]): Uint8Array {
  const chunk = CborWriter.file().array(1).array(words.length);
  for (const { entry } of words) chunk.append(entry);
  return chunk.bytes();
}

/** The shortest prefix of `first` that sorts after `last`. */
function shortestBetween(last: string, first: string): string {
  let length = 0;
  while (length < first.length && first.charCodeAt(length) === last.charCodeAt(length)) length += 1;
  return first.slice(0, length + 1);
}
