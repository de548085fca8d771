import { toDisclosureEntry, toResultFiles } from '../collection/to-disclosure-entry.ts';
import type { Content } from '../content/open-content.ts';
import { tellApart } from '../display/tell-apart.ts';
import { resultsIdOf } from '../identity/ids.ts';
import { matchResults } from '../identity/match-results.ts';
import { maskProject } from '../record/mask-numbers.ts';
import { maskResult } from '../record/mask-result.ts';
import { must } from '../record/must.ts';
import { toResultRecord, withResult } from '../search/index/to-result-cells.ts';
import { toSearchRecord } from '../search/index/to-search-record.ts';
import type { SearchRecord } from '../search/search-record.ts';

/** What is indexed for search: all projects of a content, each with its result; and the results that answer none of them. */
export function toSearchRecords({ sources }: Pick<Content, 'sources'>): SearchRecord[] {
  const files = sources.map((source) => ({
    entry: toDisclosureEntry(source),
    projects: source.disclosure.projects.map((project) => maskProject(project)),
    results: source.disclosure.results.map((result) => maskResult(result)),
    publishers: new Map(toResultFiles(source).map(({ id, publisher }) => [id, publisher])),
  }));
  const matched = matchResults(
    files.flatMap(({ projects }) => projects),
    files.flatMap(({ results }) => results),
  );
  const answers = new Map(matched.map(({ project, result }) => [project?.id, result]));
  const alone = new Set(matched.flatMap(({ project, result }) => (project ? [] : [result.id])));
  return files.flatMap(({ entry, projects, results, publishers }) => {
    const apart = tellApart(projects);
    const publisher = entry?.publisher ?? '';
    return [
      ...projects.map((project) => {
        const record = toSearchRecord(project, publisher, apart.get(project.id));
        const result = answers.get(project.id);
        return result ? withResult(record, result) : record;
      }),
      ...results.flatMap((result) =>
        alone.has(result.id)
          ? [toResultRecord(result, must(publishers.get(resultsIdOf(result.bodyId))))]
          : [],
      ),
    ];
  });
}
