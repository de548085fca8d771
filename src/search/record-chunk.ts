/** How records are spread over files: the index names a result by a short hash, and the hash names the file. */
import type { SearchRecord } from './search-record.ts';

/** Records by the id that Pagefind gives them. */
export type RecordChunk = Record<string, SearchRecord>;

/** `pagefind/records.json`: what a browser has to know before it asks for a chunk. */
export interface ChunkManifest {
  /** Number of files `pagefind/records-<n>.json`. */
  chunks: number;
}

/** A file holds about this many records: a few kilobytes over the wire. */
export const RECORDS_IN_CHUNK = 24;

/** The file that holds a result. @param id Pagefind's: language, underscore, hexadecimal digits. */
export function chunkOf(id: string, chunks: number): number {
  return Number.parseInt(id.slice(id.indexOf('_') + 1), 16) % chunks;
}
