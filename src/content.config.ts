import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';
import { contentPart } from './content/content-folder.ts';
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

/** The guide's pages, MDX. */
const guide = defineCollection({
  loader: handedOver(glob({ base: contentPart(process.cwd(), 'guide'), pattern: '**/*.mdx' })),
  schema: z.object({
    /** Heading and title of the page. */
    title: z.string(),
    /** One sentence for lists and for the page's description. */
    summary: z.string(),
    /** Place in the guide's list, from 1. */
    order: z.number(),
  }),
});

export const collections = { projects, disclosures, guide };
