/**
 * In: the collections `projects` and `disclosures`.
 * Out: what pages show of them together: years, bodies, totals. Made once a build.
 */
import { getCollection } from 'astro:content';
import { onceASite } from '../astro-internals/once-a-site.ts';
import type { Indicator, Project } from '../record/disclosure-schema.ts';
import { toFen } from '../record/to-fen.ts';
import { totalOf } from '../record/total-of.ts';
import type { DisclosureEntry } from '../collection/disclosure-entry-schema.ts';

/** Projects and what they come to. */
interface Total {
  /** By budget, largest first; equal ones by id. */
  projects: Project[];
  /** Exact yuan, two places. */
  yuan: string;
  indicatorCount: number;
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
  const bodies = (await getCollection('disclosures')).map(({ id, data }): BodyYear => {
    const own = data.projectIds.flatMap((projectId) => projects.get(projectId) ?? []);
    return { id, entry: data, ...toTotal(own) };
  });
  const years = Map.groupBy(bodies, ({ entry }) => entry.year);
  return {
    years: [...years]
      .map(([year, ofYear]) => ({
        year,
        bodies: sortByYuan(ofYear, (body) => body),
        ...toTotal(ofYear.flatMap((body) => body.projects)),
      }))
      .sort((a, b) => b.year - a.year),
  };
}

/** What some projects come to. */
function toTotal(projects: readonly Project[]): Total {
  return {
    projects: sortByYuan(projects, ({ id, budget }) => ({ id, yuan: budget.yuan })),
    ...totalOf(projects),
  };
}

/** Names of all bodies of some years, by the ids of their disclosures. */
export function publishersOf(years: readonly Year[]): Map<string, string> {
  return new Map(years.flatMap(({ bodies }) => bodies).map(({ id, entry }) => [id, entry.publisher]));
}

/** The indicators of a project with the addresses of their rows. */
export function indicatorEntries(project: Project): IndicatorEntry[] {
  return project.indicators.map((indicator) => ({
    indicator,
    project,
    href: `/${project.id}/#${indicator.anchor}`,
  }));
}

/** Largest amount first, equal ones by id. */
function sortByYuan<Item>(
  items: readonly Item[],
  amountOf: (item: Item) => { yuan: string; id: string },
): Item[] {
  return items
    .map((item) => {
      const { id, yuan } = amountOf(item);
      return { item, id, fen: toFen(yuan) };
    })
    .sort((a, b) => (a.fen === b.fen ? (a.id < b.id ? -1 : 1) : a.fen < b.fen ? 1 : -1))
    .map(({ item }) => item);
}
