/** The record as JSON publishes it: the lines of single fields, which pages lead to, stay inside. */
import { z } from 'zod';
import { DisclosureSchema, ProjectSchema, type Disclosure, type Project } from './disclosure-schema.ts';

export const PublishedProjectSchema = ProjectSchema.extend({
  source: ProjectSchema.shape.source.omit({ lines: true }),
});
export type PublishedProject = z.infer<typeof PublishedProjectSchema>;

/** What `npm run check -- --json` prints, and `disclosure.json` holds. */
export const PublishedDisclosureSchema = DisclosureSchema.extend({
  projects: z.array(PublishedProjectSchema),
});
export type PublishedDisclosure = z.infer<typeof PublishedDisclosureSchema>;

export function toPublishedProject(project: Project): PublishedProject {
  const { path, sha256, startLine, endLine } = project.source;
  return { ...project, source: { path, sha256, startLine, endLine } };
}

export function toPublishedDisclosure({ projects, notices }: Disclosure): PublishedDisclosure {
  return { projects: projects.map(toPublishedProject), notices };
}
