/** The static API: lists of what is published, each entry with its page and its JSON. */
import { addressesOf } from '../identity/addresses-of.ts';
import { must } from '../record/must.ts';
import { totalOf } from '../record/total-of.ts';
import { hasTargets, indicatorRows, projectRows, type DataSet } from './data-set.ts';
import type { PublishedData } from './collect-data.ts';
import { resultRows } from './result-set.ts';

/** Lists of the API by the names of their files, `/api/<name>.json`. */
export const API_FILES = ['index', 'years', 'bodies', 'projects', 'indicators'] as const;
/** Those that only a site with results has. */
export const RESULT_API_FILES = ['results'] as const;

/** Whether there are any results. */
export function hasResults({ sets }: PublishedData): boolean {
  return Boolean(sets.get('')?.set.results);
}

/** The files of `/api/`, as values by their names. */
export function toApi({ sets, context: { url, commit } }: PublishedData) {
  const toAddress = addressesOf(url);
  const ofKind = (kind: DataSet['kind']) =>
    [...sets.values()].flatMap(({ set }) => (set.kind === kind ? [set] : []));
  const site = must(sets.get('')).set;
  const entryOf = (set: DataSet) => ({
    page: toAddress(`/${set.id}/`),
    json: toAddress(`/${set.id}/disclosure.json`),
    csv: {
      projects: toAddress(`/${set.id}/projects.csv`),
      indicators: toAddress(`/${set.id}/indicators.csv`),
    },
    xlsx: toAddress(`/${set.id}/disclosure.xlsx`),
    dataPackage: toAddress(`/${set.id}/datapackage.json`),
  });
  // A year that has results alone has no page, and none of these files.
  const years = ofKind('year')
    .filter(hasTargets)
    .map((set) => ({ year: Number(set.id), ...totalsOf(set), ...entryOf(set) }));
  const bodies = ofKind('body').flatMap((set) =>
    set.sources.map(({ year, publisher, publication, sha256 }) => ({
      id: set.id,
      year,
      publisher,
      published: publication.published ?? null,
      ...totalsOf(set),
      ...entryOf(set),
      source: { text: toAddress(`/${set.id}/source.txt`), page: toAddress(`/${set.id}/source/`), sha256 },
    })),
  );
  const projects = projectRows(site);
  const indicators = indicatorRows(site);
  const results = site.results && resultRows(site.results);
  return {
    index: {
      title: site.title,
      contentCommit: commit?.id ?? null,
      guide: toAddress('/guide/'),
      schemas: {
        project: toAddress('/schemas/project.json'),
        disclosure: toAddress('/schemas/disclosure.json'),
        ...(results && { result: toAddress('/schemas/result.json') }),
      },
      dataPackage: toAddress('/datapackage.json'),
      checksums: toAddress('/SHA256SUMS'),
      lists: {
        years: { url: toAddress('/api/years.json'), count: years.length },
        bodies: { url: toAddress('/api/bodies.json'), count: bodies.length },
        projects: { url: toAddress('/api/projects.json'), count: projects.length },
        indicators: { url: toAddress('/api/indicators.json'), count: indicators.length },
        ...(results && { results: { url: toAddress('/api/results.json'), count: results.length } }),
      },
    },
    years,
    bodies,
    projects: projects.map(({ project, source }) => ({
      id: project.id,
      year: project.year,
      publisher: source.publisher,
      name: project.name,
      yuan: project.budget?.yuan ?? null,
      indicatorCount: project.indicators.length,
      page: toAddress(`/${project.id}/`),
      json: toAddress(`/${project.id}/project.json`),
    })),
    indicators: indicators.map(({ project, source, indicator }) => ({
      id: `${project.id}#${indicator.anchor}`,
      year: project.year,
      publisher: source.publisher,
      project: project.name,
      category: indicator.category,
      subcategory: indicator.subcategory,
      name: indicator.name,
      annualTarget: indicator.annualTarget?.text ?? null,
      periodTarget: indicator.periodTarget?.text ?? null,
      page: toAddress(`/${project.id}/#${indicator.anchor}`),
      // The fragment is a JSON Pointer into the project (RFC 6901).
      json: toAddress(`/${project.id}/project.json#/indicators/${project.indicators.indexOf(indicator)}`),
    })),
    ...(results && {
      results: results.map(({ result, project, source }) => ({
        id: result.id,
        year: result.year,
        publisher: source.publisher,
        name: result.name,
        projectId: project?.id ?? null,
        spent: result.funds.total?.spent?.yuan ?? null,
        score: result.total?.score?.value ?? null,
        page: toAddress(`/${result.id}/`),
        json: toAddress(`/${result.id}/result.json`),
      })),
    }),
  } satisfies Record<(typeof API_FILES)[number], unknown>;
}

function totalsOf(set: DataSet) {
  const projects = projectRows(set).map(({ project }) => project);
  return { projectCount: projects.length, ...totalOf(projects) };
}
