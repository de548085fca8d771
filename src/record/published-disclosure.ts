/** The record as JSON publishes it: without the lines of single fields and the anchors of rows, which only pages need. */
import { z } from 'zod';
import {
  NoticeSchema,
  ParsedProjectSchema,
  ProjectSchema,
  type Disclosure,
  type Indicator,
  type ParsedIndicator,
  type Project,
} from './disclosure-schema.ts';

export const PublishedProjectSchema = z.strictObject({
  id: ProjectSchema.shape.id,
  ...ParsedProjectSchema.shape,
  source: ParsedProjectSchema.shape.source.omit({ lines: true }),
});
export type PublishedProject = z.infer<typeof PublishedProjectSchema>;

/** What `npm run check -- --json` prints, and `disclosure.json` holds. */
export const PublishedDisclosureSchema = z.strictObject({
  projects: z.array(PublishedProjectSchema),
  notices: z.array(NoticeSchema),
});
export type PublishedDisclosure = z.infer<typeof PublishedDisclosureSchema>;

export function toPublishedProject({ bodyId, ...project }: Project): PublishedProject {
  const { lines, ...source } = project.source;
  return { ...project, indicators: project.indicators.map(withoutAnchors), source };
}

export function toPublishedDisclosure({ projects, notices }: Disclosure): PublishedDisclosure {
  return { projects: projects.map(toPublishedProject), notices };
}

function withoutAnchors({ anchor, formerAnchors, ...published }: Indicator): ParsedIndicator {
  return published;
}
