import type { DisclosureEntry } from '../collection/disclosure-entry-schema.ts';
import type { Commit } from '../content/content-history.ts';

/** One source file as the downloads describe it. */
export interface SourceFile extends Omit<
  DisclosureEntry,
  'projectIds' | 'overall' | 'text' | 'sheets' | 'maskedLines'
> {
  /** `/<id>/source.txt` is its text. */
  id: string;
  /** Its last commit; null where it has none. */
  commit: Commit | null;
}
