/** The record as JSON publishes it, without what only pages need: lines of single fields, anchors of rows, positions in messages. */
import { z } from 'zod';
import {
  NoticeSchema,
  ParsedProjectSchema,
  ProjectSchema,
  type Disclosure,
  type Indicator,
  type Notice,
  type ParsedIndicator,
  type Project,
} from './disclosure-schema.ts';

export const PublishedProjectSchema = z.strictObject({
  id: ProjectSchema.shape.id,
  ...ParsedProjectSchema.shape,
  source: ParsedProjectSchema.shape.source.omit({ lines: true }),
});
export type PublishedProject = z.infer<typeof PublishedProjectSchema>;

const PublishedNoticeSchema = NoticeSchema.omit({ related: true }).extend({
  rule: z.string().regex(/^[a-z-]+\/[a-z-]+$/),
});
export type PublishedNotice = z.infer<typeof PublishedNoticeSchema>;

/** What `npm run check -- --json` prints, and `disclosure.json` holds. */
export const PublishedDisclosureSchema = z.strictObject({
  projects: z.array(PublishedProjectSchema),
  notices: z.array(PublishedNoticeSchema),
});
export type PublishedDisclosure = z.infer<typeof PublishedDisclosureSchema>;

export function toPublishedProject({ bodyId, ...project }: Project): PublishedProject {
  const { lines, ...source } = project.source;
  return { ...project, indicators: project.indicators.map(withoutAnchors), source };
}

export function toPublishedDisclosure({ projects, notices }: Disclosure): PublishedDisclosure {
  return { projects: projects.map(toPublishedProject), notices: notices.map(toPublishedNotice) };
}

export function toPublishedNotice({ related, ...notice }: Notice): PublishedNotice {
  return notice;
}

function withoutAnchors({ anchor, formerAnchors, ...published }: Indicator): ParsedIndicator {
  return published;
}
