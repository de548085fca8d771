/**
 * In: the collections `projects` and `disclosures`.
 * Out: what pages show of them together: years, bodies, totals. Made once a build.
 */
import { getCollection } from 'astro:content';
import { Decimal } from 'decimal.js';
import type { Indicator, Notice, Project } from '../record/disclosure-schema.ts';
import { toFen } from '../record/to-fen.ts';
import { contentFolder } from '../content/content-folder.ts';
import type { DisclosureEntry } from '../collection/disclosure-entry-schema.ts';
import { newestYear } from '../content/newest-year.ts';
import { onRendered } from '../collection/rendered.ts';

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

let site: Promise<Site> | undefined;
onRendered(() => {
  site = undefined;
});

/** Reads the site once; in `astro dev` once after each change. */
export function readSite(): Promise<Site> {
  if (import.meta.env.DEV) return readChangingSite();
  return (site ??= collectSite());
}

/** Of each state of the store: once anything has changed, all of its entries are new objects. */
const sites = new WeakMap<object, Promise<Site>>();

async function readChangingSite(): Promise<Site> {
  const [first] = await getCollection('disclosures');
  if (!first) return collectSite();
  const known = sites.get(first.data) ?? collectSite();
  sites.set(first.data, known);
  return known;
}

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

let newest: Promise<number | null> | undefined;

/** The newest year of the whole site, read once; in `astro dev` anew for each page. In a shard it may be another shard's. */
export function readNewestYear(): Promise<number | null> {
  const read = () => newestYear(contentFolder(process.cwd()));
  if (import.meta.env.DEV) return read();
  return (newest ??= read());
}

/** What some projects come to. */
function toTotal(projects: readonly Project[]): Total {
  return {
    projects: sortByYuan(projects, ({ id, budget }) => ({ id, yuan: budget.yuan })),
    yuan: projects.reduce((sum, { budget }) => sum.plus(budget.yuan), new Decimal(0)).toFixed(2),
    indicatorCount: projects.reduce((count, { indicators }) => count + indicators.length, 0),
  };
}

/** Names of all bodies of some years, by the ids of their disclosures. */
export function publishersOf(years: readonly Year[]): Map<string, string> {
  return new Map(years.flatMap(({ bodies }) => bodies).map(({ id, entry }) => [id, entry.publisher]));
}

/** The notices that stand within a project's lines. */
export function noticesOf({ source }: Project, { entry }: BodyYear): Notice[] {
  return entry.notices.filter(({ line }) => line >= source.startLine && line <= source.endLine);
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
