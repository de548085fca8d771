import type { Content } from '../content/open-content.ts';
import { ProjectSchema, type Project } from '../record/disclosure-schema.ts';
import { maskProject } from '../record/mask-numbers.ts';
import { DisclosureEntrySchema, type DisclosureEntry } from './disclosure-entry-schema.ts';
import { maskResult } from '../record/mask-result.ts';
import { ResultSchema, type Result } from '../record/result-schema.ts';
import { ResultFileSchema, type ResultFileEntry } from './result-file-schema.ts';
import { toDisclosureEntry, toResultFiles } from './to-disclosure-entry.ts';

/** Entries by collection and id, as Astro's store holds them. */
export type Collections = Map<string, Map<string, { id: string; data: Data }>>;
type Data = Project | DisclosureEntry | Result | ResultFileEntry;

/**
 * Makes the entries of a content without errors: one of `projects` a project, one of `results` the result of one, one of
 * `disclosures` a source file with projects, and one of `resultFiles` a source file with results. Throws a ZodError where one doesn't fit its schema.
 */
export function toCollections({ sources }: Pick<Content, 'sources'>): Collections {
  const projects = sources.flatMap(({ disclosure }) =>
    disclosure.projects.map((project) => ProjectSchema.parse(maskProject(project))),
  );
  const disclosures = sources.flatMap((source) => {
    const entry = toDisclosureEntry(source);
    return entry ? [{ id: entry.id, data: DisclosureEntrySchema.parse(entry.data()) }] : [];
  });
  const results = sources.flatMap(({ disclosure }) =>
    disclosure.results.map((result) => ResultSchema.parse(maskResult(result))),
  );
  const resultFiles = sources.flatMap((source) =>
    toResultFiles(source).map(({ id, data }) => ({ id, data: ResultFileSchema.parse(data()) })),
  );
  const withId = <Item extends { id: string }>(data: Item) => ({ id: data.id, data });
  const collections: Collections = new Map();
  collections.set('projects', new Map(projects.map((data) => [data.id, withId(data)])));
  collections.set('disclosures', new Map(disclosures.map((entry) => [entry.id, entry])));
  collections.set('results', new Map(results.map((data) => [data.id, withId(data)])));
  collections.set('resultFiles', new Map(resultFiles.map((entry) => [entry.id, entry])));
  return collections;
}
