import { defineCollection } from 'astro:content';
import { DisclosureEntrySchema } from './collection/disclosure-entry-schema.ts';
import { disclosureLoader } from './collection/disclosure-loader.ts';
import { handedOver } from './collection/stored.ts';
import { toDisclosureEntry } from './collection/to-disclosure-entry.ts';
import { ProjectSchema } from './record/disclosure-schema.ts';
import { maskProject } from './record/mask-numbers.ts';

/** One entry a project, under the project's id. */
const projects = defineCollection({
  loader: handedOver(
    disclosureLoader(({ disclosure }) =>
      disclosure.projects.map((project) => ({ id: project.id, data: () => maskProject(project) })),
    ),
  ),
  schema: ProjectSchema,
});

/** One entry a source file: one body's disclosure of one year. */
const disclosures = defineCollection({
  loader: handedOver(
    disclosureLoader((source) => {
      const entry = toDisclosureEntry(source);
      return entry ? [entry] : [];
    }),
  ),
  schema: DisclosureEntrySchema,
});

export const collections = { projects, disclosures };
