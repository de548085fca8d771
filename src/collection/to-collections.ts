import type { Content } from '../content/open-content.ts';
import { ProjectSchema, type Project } from '../record/disclosure-schema.ts';
import { maskProject } from '../record/mask-numbers.ts';
import { DisclosureEntrySchema, type DisclosureEntry } from './disclosure-entry-schema.ts';
import { toDisclosureEntry } from './to-disclosure-entry.ts';

/** Entries by collection and id, as Astro's store holds them. */
export type Collections = Map<string, Map<string, { id: string; data: Project | DisclosureEntry }>>;

/**
 * Makes the entries of a content without errors: one of `projects` a project, and one of `disclosures` a source file, that is
 * one body's disclosure of one year. Throws a ZodError where one doesn't fit its schema.
 */
export function toCollections({ sources }: Pick<Content, 'sources'>): Collections {
  const projects = sources.flatMap(({ disclosure }) =>
    disclosure.projects.map((project) => ProjectSchema.parse(maskProject(project))),
  );
  const disclosures = sources.flatMap((source) => {
    const entry = toDisclosureEntry(source);
    return entry ? [{ id: entry.id, data: DisclosureEntrySchema.parse(entry.data()) }] : [];
  });
  const collections: Collections = new Map();
  collections.set('projects', new Map(projects.map((data) => [data.id, { id: data.id, data }])));
  collections.set('disclosures', new Map(disclosures.map((entry) => [entry.id, entry])));
  return collections;
}
