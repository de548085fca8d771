/** The record as JSON publishes it, without what only pages need: lines of single fields, anchors of rows, positions in messages. */
import { z } from 'zod';
import {
  NoticeSchema,
  ParsedProjectSchema,
  ProjectSchema,
  type Asked,
  type Disclosure,
  type Indicator,
  type Notice,
  type Project,
} from './disclosure-schema.ts';
import { COLUMNS, FIELDS } from './fields.ts';
import { OverallSchema, type Overall } from './overall-schema.ts';
import { ParsedResultSchema, ResultSchema, type Result } from './result-schema.ts';

const ASKABLE = [...FIELDS, ...COLUMNS] as const;
/** A field or column that a form may lack. */
export type Askable = (typeof ASKABLE)[number];

export const PublishedProjectSchema = z.strictObject({
  id: ProjectSchema.shape.id,
  ...ParsedProjectSchema.shape,
  source: ParsedProjectSchema.shape.source.omit({ lines: true, asked: true }).extend({
    /** What its form does not have, so that its null means nothing. Missing: the form has all of it. */
    notAsked: z.array(z.enum(ASKABLE)).min(1).optional(),
  }),
});
export type PublishedProject = z.infer<typeof PublishedProjectSchema>;

export const PublishedResultSchema = z.strictObject({
  id: ResultSchema.shape.id,
  ...ParsedResultSchema.shape,
  source: ParsedResultSchema.shape.source.omit({ lines: true }),
});
export type PublishedResult = z.infer<typeof PublishedResultSchema>;

const PublishedOverallSchema = z.strictObject({
  ...OverallSchema.shape,
  source: OverallSchema.shape.source.omit({ lines: true }),
});
export type PublishedOverall = z.infer<typeof PublishedOverallSchema>;

const PublishedNoticeSchema = NoticeSchema.omit({ related: true }).extend({
  rule: z.string().regex(/^[a-z-]+\/[a-z-]+$/),
});
export type PublishedNotice = z.infer<typeof PublishedNoticeSchema>;

/** What `npm run check -- --json` prints, and `disclosure.json` holds. */
export const PublishedDisclosureSchema = z.strictObject({
  projects: z.array(PublishedProjectSchema),
  results: z.array(PublishedResultSchema),
  /** What tables of a whole office say. Missing: there are none. */
  overall: z.array(PublishedOverallSchema).min(1).optional(),
  notices: z.array(PublishedNoticeSchema),
});
export type PublishedDisclosure = z.infer<typeof PublishedDisclosureSchema>;

export function toPublishedProject({ bodyId, ...project }: Project): PublishedProject {
  const { lines, asked, ...source } = project.source;
  const notAsked = notAskedBy(asked);
  return {
    ...project,
    indicators: project.indicators.map(withoutAnchors),
    source: notAsked.length === 0 ? source : { ...source, notAsked },
  };
}

/** What a form does not have, in the order of the record. */
export function notAskedBy({ fields, columns }: Asked): Askable[] {
  const has: readonly Askable[] = [...fields, ...columns];
  return ASKABLE.filter((name) => !has.includes(name));
}

export function toPublishedDisclosure({
  projects,
  results,
  overall = [],
  notices,
}: Disclosure): PublishedDisclosure {
  return {
    projects: projects.map(toPublishedProject),
    results: results.map(toPublishedResult),
    ...(overall.length > 0 && { overall: overall.map(toPublishedOverall) }),
    notices: notices.map(toPublishedNotice),
  };
}

export function toPublishedResult({ bodyId, ...result }: Result): PublishedResult {
  const { lines, ...source } = result.source;
  return { ...result, indicators: result.indicators.map(withoutAnchors), source };
}

export function toPublishedOverall(overall: Overall): PublishedOverall {
  const { lines, ...source } = overall.source;
  return { ...overall, source };
}

export function toPublishedNotice({ related, ...notice }: Notice): PublishedNotice {
  return notice;
}

type Anchored = Pick<Indicator, 'anchor' | 'formerAnchors'>;

function withoutAnchors<Row extends Anchored>({
  anchor,
  formerAnchors,
  ...published
}: Row): Omit<Row, keyof Anchored> {
  return published;
}
