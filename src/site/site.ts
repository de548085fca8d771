/**
 * In: the collections `projects` and `disclosures`.
 * Out: what pages show of them together: years, bodies, totals. Made once a build.
 */
import { getCollection } from 'astro:content';
import { onceASite } from '../astro-internals/once-a-site.ts';
import { tellApart } from '../display/tell-apart.ts';
import type { Indicator, Project } from '../record/disclosure-schema.ts';
import { must } from '../record/must.ts';
import { toFen } from '../record/to-fen.ts';
import { totalOf, type Sums } from '../record/total-of.ts';
import type { DisclosureEntry } from '../collection/disclosure-entry-schema.ts';

/** Projects and what they come to. */
export interface Total extends Sums {
  /** By budget, largest first; equal ones by id. */
  projects: Project[];
}

/** One body's disclosure of one year. `/<id>/` is its page. */
export interface BodyYear extends Total {
  id: string;
  entry: DisclosureEntry;
}

/** All disclosures of one year. */
export interface Year extends Total {
  year: number;
  /** By total, largest first. */
  bodies: BodyYear[];
}

/** The whole site, newest year first. */
export interface Site {
  years: Year[];
  /** Those of the years, in their order. */
  bodies: BodyYear[];
  projects: Project[];
  /** What readers tell projects of one name apart by, by id. */
  apart: ReadonlyMap<string, string>;
}

/** An indicator with the project it belongs to. */
export interface IndicatorEntry {
  indicator: Indicator;
  project: Project;
  /** Address of its row. */
  href: string;
}

/** The site, made once a build; in `astro dev` once after each change. */
export const readSite = onceASite(collectSite);

async function collectSite(): Promise<Site> {
  const projects = new Map((await getCollection('projects')).map(({ id, data }) => [id, data]));
  const disclosures = (await getCollection('disclosures')).map(({ id, data }): BodyYear => ({
    ...{ id, entry: data },
    ...toTotal(data.projectIds.map((projectId) => must(projects.get(projectId)))),
  }));
  const years = [...Map.groupBy(disclosures, ({ entry }) => entry.year)]
    .map(([year, ofYear]) => ({
      year,
      bodies: sortByYuan(ofYear, ({ yuan }) => yuan),
      ...toTotal(ofYear.flatMap((body) => body.projects)),
    }))
    .sort((a, b) => b.year - a.year);
  return {
    years,
    bodies: years.flatMap((year) => year.bodies),
    projects: years.flatMap((year) => year.projects),
    apart: tellApart([...projects.values()]),
  };
}

/** What some projects come to. */
export function toTotal(projects: readonly Project[]): Total {
  return {
    projects: sortByYuan(projects, ({ budget }) => budget?.yuan ?? null),
    ...totalOf(projects),
  };
}

/** Names of bodies by the ids of their disclosures. */
export function publishersOf(bodies: readonly BodyYear[]): Map<string, string> {
  return new Map(bodies.map(({ id, entry }) => [id, entry.publisher]));
}

/** Largest amount first, equal ones by id. */
export function sortByYuan<Item extends { id: string }>(
  items: readonly Item[],
  yuanOf: (item: Item) => string | null,
): Item[] {
  return items
    .map((item) => ({ item, fen: toFen(yuanOf(item)) }))
    .sort((a, b) => (a.fen === b.fen ? (a.item.id < b.item.id ? -1 : 1) : a.fen < b.fen ? 1 : -1))
    .map(({ item }) => item);
}
