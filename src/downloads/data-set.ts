import type { Commit } from '../content/content-history.ts';
import type { DisclosureEntry } from '../collection/disclosure-entry-schema.ts';
import type { Project } from '../record/disclosure-schema.ts';
import { isWithin } from '../record/is-within.ts';

/** One source file as the downloads describe it. */
export interface DataSource extends Omit<DisclosureEntry, 'projectIds' | 'text' | 'sheets' | 'maskedLines'> {
  /** `<year>/<file>`. */
  id: string;
  /** Its last commit; null where it has none. */
  commit: Commit | null;
  /** In the order of the source. */
  projects: readonly Project[];
  /** What readers tell projects of one name apart by, by id; those alone with their name are not in it. */
  apart: ReadonlyMap<string, string>;
}

/** What one set of downloads holds: a project, a body's year, a year, or the whole site. */
export interface DataSet {
  /** Path of its page, without slashes at its ends: `''` is the whole site. */
  id: string;
  kind: 'site' | 'year' | 'body' | 'project';
  /** What it is, for readers. */
  title: string;
  sources: readonly DataSource[];
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

/** All data sets of a site: of the site, then of each year, each body and each project. */
export function toDataSets(site: string, sources: readonly DataSource[]): DataSet[] {
  const set = (kind: DataSet['kind'], id: string, title: string, ofSet: readonly DataSource[]): DataSet => {
    return { kind, id, title, sources: ofSet };
  };
  return [
    set('site', '', `${site}：全部项目的绩效目标`, sources),
    ...[...Map.groupBy(sources, ({ year }) => year)].map(([year, ofYear]) =>
      set('year', String(year), `${year}年项目绩效目标`, ofYear),
    ),
    ...sources.flatMap((source) => [
      set('body', source.id, `${source.publisher}${source.year}年项目绩效目标`, [source]),
      ...source.projects.map((project) => {
        const notices = source.notices.filter(({ line }) => isWithin(project, line));
        const title = `${project.name}绩效目标（${source.publisher}，${project.year}年）`;
        return set('project', project.id, title, [{ ...source, projects: [project], notices }]);
      }),
    ]),
  ];
}

/** The projects of a data set, by source and place in it. */
export function projectRows({ sources }: DataSet): ProjectRow[] {
  return sources.flatMap((source) => source.projects.map((project) => ({ project, source })));
}

/** The indicators of a data set, in the order of their projects and rows. */
export function indicatorRows(set: DataSet): IndicatorRow[] {
  return projectRows(set).flatMap((row) =>
    row.project.indicators.map((indicator) => ({ ...row, indicator })),
  );
}
