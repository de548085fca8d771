import type { Project } from '../record/disclosure-schema.ts';
import { isWithin } from '../record/is-within.ts';
import type { Overall } from '../record/overall-schema.ts';
import { toResultSet, toResultSets, type ResultSet, type ResultSource } from './result-set.ts';
import type { SourceFile } from './source-file.ts';

/** A source file that has targets. Its id is `<year>/<file>`. */
export interface DataSource extends SourceFile {
  /** In the order of the source. */
  projects: readonly Project[];
  /** What its tables of the whole office say. */
  overall: readonly Overall[];
  /** What readers tell projects of one name apart by, by id; those alone with their name are not in it. */
  apart: ReadonlyMap<string, string>;
}

/**
 * What one set of downloads holds: a project, a body's year, the result of one project, the results of a file, a year, or the whole
 * site.
 */
export interface DataSet {
  /** Path of the folder of its files, without slashes at its ends: `''` is the whole site. */
  id: string;
  kind: 'site' | 'year' | 'body' | 'project' | 'results' | 'result';
  /** What it is, for readers. A set that has targets says what these are. */
  title: string;
  /** Files that have targets. */
  sources: readonly DataSource[];
  /** Null: it has no results. */
  results: ResultSet | null;
}

/** A project as a row of `projects.csv`. */
export interface ProjectRow {
  project: Project;
  source: DataSource;
}

/** An indicator as a row of `indicators.csv`. */
export interface IndicatorRow extends ProjectRow {
  indicator: Project['indicators'][number];
}

/**
 * All data sets of a site: of the site, then of each year, each body and each project, then of each file of results and each result.
 * A body and a project have their targets alone.
 */
export function toDataSets(
  site: string,
  sources: readonly DataSource[],
  results: readonly ResultSource[] = [],
): DataSet[] {
  const set = (
    kind: DataSet['kind'],
    id: string,
    title: string,
    ofSet: readonly DataSource[],
    resultsOfSet: ResultSet | null = null,
  ): DataSet => ({ kind, id, title, sources: ofSet, results: resultsOfSet });
  const years = Map.groupBy(sources, ({ year }) => year);
  const resultYears = Map.groupBy(results, ({ year }) => year);
  const resultsOf = (year: number) => toResultSet(`${year}年项目绩效自评`, resultYears.get(year) ?? []);
  const others = [...resultYears.keys()].filter((year) => !years.has(year));
  return [
    set(
      'site',
      '',
      `${site}：全部项目的绩效目标`,
      sources,
      toResultSet(`${site}：全部项目的绩效自评`, results),
    ),
    ...[...years].map(([year, ofYear]) =>
      set('year', String(year), `${year}年项目绩效目标`, ofYear, resultsOf(year)),
    ),
    ...others.map((year) => set('year', String(year), `${year}年项目绩效自评`, [], resultsOf(year))),
    ...sources.flatMap((source) => [
      set('body', source.id, `${source.publisher}${source.year}年项目绩效目标`, [source]),
      ...source.projects.map((project) => {
        const notices = source.notices.filter(({ line }) => isWithin(project, line));
        const title = `${project.name}绩效目标（${source.publisher}，${project.year}年）`;
        return set('project', project.id, title, [{ ...source, projects: [project], overall: [], notices }]);
      }),
    ]),
    ...toResultSets(results).map((each) => set(each.kind, each.id, each.results.title, [], each.results)),
  ];
}

/** Whether a set has tables of targets. The site's are there even when they are empty. */
export function hasTargets({ kind, sources }: DataSet): boolean {
  return kind === 'site' || sources.length > 0;
}

/** What a set is, for readers, whatever it has. */
export function titleOf({ title, results }: DataSet): string {
  return results && results.title !== title ? `${title}和自评` : title;
}

/** The files that a set is made from, those of its targets first. One that has both is there twice. */
export function filesOfSet({ sources, results }: DataSet): (SourceFile & { what: string })[] {
  return [
    ...sources.map((source) => ({ ...source, what: '项目绩效目标表' })),
    ...(results?.sources ?? []).map((source) => ({ ...source, what: '项目支出绩效自评表' })),
  ];
}

/** Path of the page that lists the results of a set. The site's has none: its home page lists their downloads. */
export function pageOfResults({ id, kind }: DataSet): string {
  if (kind === 'site') return '/';
  return kind === 'year' ? `/${id}/results/` : `/${id}/`;
}

/** The projects of a data set, by source and place in it. */
export function projectRows({ sources }: Pick<DataSet, 'sources'>): ProjectRow[] {
  return sources.flatMap((source) => source.projects.map((project) => ({ project, source })));
}

/** The indicators of a data set, in the order of their projects and rows. */
export function indicatorRows(set: Pick<DataSet, 'sources'>): IndicatorRow[] {
  return projectRows(set).flatMap((row) =>
    row.project.indicators.map((indicator) => ({ ...row, indicator })),
  );
}
