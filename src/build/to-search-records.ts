import { toDisclosureEntry } from '../collection/to-disclosure-entry.ts';
import type { Content } from '../content/open-content.ts';
import { tellApart } from '../display/tell-apart.ts';
import { maskProject } from '../record/mask-numbers.ts';
import { toSearchRecord } from '../search/index/to-search-record.ts';
import type { SearchRecord } from '../search/search-record.ts';

/** What is indexed for search: all projects of a content. */
export function toSearchRecords({ sources }: Pick<Content, 'sources'>): SearchRecord[] {
  return sources.flatMap((source) => {
    const entry = toDisclosureEntry(source);
    if (!entry) return [];
    const projects = source.disclosure.projects.map((project) => maskProject(project));
    const apart = tellApart(projects);
    return projects.map((project) => toSearchRecord(project, entry.publisher, apart.get(project.id)));
  });
}
