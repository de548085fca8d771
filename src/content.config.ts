import { defineCollection } from 'astro:content';
import type { Loader } from 'astro/loaders';
import { DisclosureEntrySchema } from './collection/disclosure-entry-schema.ts';
import { ResultFileSchema } from './collection/result-file-schema.ts';
import { ProjectSchema } from './record/disclosure-schema.ts';
import { ResultSchema } from './record/result-schema.ts';

/** Pages take their entries from the opened site, so nothing is loaded: see `astro-internals/share-opened-site.ts`. */
const loader: Loader = { name: 'opened-content', load: () => Promise.resolve() };

/** One entry a project, under the project's id. */
const projects = defineCollection({ loader, schema: ProjectSchema });

/** One entry a source file: one body's disclosure of one year. */
const disclosures = defineCollection({ loader, schema: DisclosureEntrySchema });

/** One entry a project's result, under the result's id. */
const results = defineCollection({ loader, schema: ResultSchema });

/** One entry a source file that has results. */
const resultFiles = defineCollection({ loader, schema: ResultFileSchema });

export const collections = { projects, disclosures, results, resultFiles };
