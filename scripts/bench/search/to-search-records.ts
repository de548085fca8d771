import type { SourceReading } from '../../../src/content/read-content.ts';
import { toDisclosureEntry } from '../../../src/collection/to-disclosure-entry.ts';
import { maskProject } from '../../../src/record/mask-numbers.ts';
import type { SearchRecord } from '../../../src/search/search-record.ts';
import { toSearchRecord } from '../../../src/search/index/to-search-record.ts';

/** What the build indexes. */
export function toSearchRecords(sources: readonly SourceReading[]): SearchRecord[] {
  return sources.flatMap((source) => {
    const publisher = toDisclosureEntry(source)?.publisher ?? '';
    return source.disclosure.projects.map((project) => toSearchRecord(maskProject(project), publisher));
  });
}
