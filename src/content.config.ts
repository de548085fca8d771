import { defineCollection } from 'astro:content';
import { openedContent } from './astro-internals/opened-content.ts';
import { DisclosureEntrySchema } from './collection/disclosure-entry-schema.ts';
import { ProjectSchema } from './record/disclosure-schema.ts';

/** One entry a project, under the project's id. */
const projects = defineCollection({ loader: openedContent, schema: ProjectSchema });

/** One entry a source file: one body's disclosure of one year. */
const disclosures = defineCollection({ loader: openedContent, schema: DisclosureEntrySchema });

export const collections = { projects, disclosures };
