/** How indicators are written, by body and year. Made once a build. */
import { onceASite } from '../astro-internals/once-a-site.ts';
import {
  addCounts,
  describeForm,
  measureQuality,
  wordingOf,
  type Quality,
  type QualityCounts,
} from '../display/quality.ts';
import type { Project } from '../record/disclosure-schema.ts';
import { must } from '../record/must.ts';
import { readSite, type BodyYear, type IndicatorEntry, type Year } from './site.ts';

interface BodyQuality {
  body: BodyYear;
  quality: Quality<Project>;
  form: string;
}

interface YearQuality extends QualityCounts {
  year: Year;
  /** By form, the form of most bodies first; within it by name. */
  bodies: BodyQuality[];
  /** What the bodies of each form come to. */
  forms: ReadonlyMap<string, QualityCounts>;
}

/** Newest year first. */
export const readQuality = onceASite(async (): Promise<YearQuality[]> => {
  const { years } = await readSite();
  return years.map((year) => {
    const bodies = year.bodies.map((body) => ({
      body,
      quality: measureQuality(body.projects),
      form: describeForm(body.projects),
    }));
    const byForm = [...Map.groupBy(bodies, ({ form }) => form)].sort(([, a], [, b]) => b.length - a.length);
    const forms = new Map(byForm.map(([form, of]) => [form, addCounts(of.map(({ quality }) => quality))]));
    const sorted = byForm.flatMap(([, of]) =>
      of.sort((a, b) => a.body.entry.publisher.localeCompare(b.body.entry.publisher, 'zh')),
    );
    return { year, bodies: sorted, forms, ...addCounts(bodies.map(({ quality }) => quality)) };
  });
});

/** How the indicators of a body are written. */
export async function qualityOf({ id, entry }: BodyYear): Promise<BodyQuality> {
  const years = await readQuality();
  const { bodies } = must(years.find(({ year }) => year.year === entry.year));
  return must(bodies.find(({ body }) => body.id === id));
}

/** Indicators that several projects of a year have word for word, the most frequent first; each group in the order of the year. */
export function repeatedInYear({ projects }: Year): { count: number; entries: IndicatorEntry[] }[] {
  const entries = projects.flatMap((project) =>
    project.indicators.map((indicator) => ({
      ...{ indicator, project },
      href: `/${project.id}/#${indicator.anchor}`,
    })),
  );
  return [...Map.groupBy(entries, ({ indicator }) => wordingOf(indicator)).values()]
    .map((group) => ({ count: new Set(group.map(({ project }) => project)).size, entries: group }))
    .filter(({ count }) => count > 1)
    .sort((a, b) => b.count - a.count);
}
