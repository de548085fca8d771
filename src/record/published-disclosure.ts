/** The record as JSON publishes it: the lines of single fields and the anchors of rows, which pages are made of, stay inside. */
import { z } from 'zod';
import {
  DisclosureSchema,
  IndicatorSchema,
  ProjectSchema,
  type Disclosure,
  type Indicator,
  type Project,
} from './disclosure-schema.ts';

export const PublishedProjectSchema = ProjectSchema.extend({
  indicators: z.array(IndicatorSchema.omit({ anchor: true, formerAnchors: true })).min(1),
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
  return {
    ...project,
    indicators: project.indicators.map(withoutAnchors),
    source: { path, sha256, startLine, endLine },
  };
}

export function toPublishedDisclosure({ projects, notices }: Disclosure): PublishedDisclosure {
  return { projects: projects.map(toPublishedProject), notices };
}

function withoutAnchors(indicator: Indicator): PublishedProject['indicators'][number] {
  const { category, subcategory, name, periodTarget, annualTarget, details, line } = indicator;
  return { category, subcategory, name, periodTarget, annualTarget, details, line };
}
