import type { Commit } from '../content/content-history.ts';
import type { Notice, Project } from '../record/disclosure-schema.ts';
import { isWithin } from '../record/is-within.ts';
import type { Publication } from '../record/publication-schema.ts';

/** One source file as the downloads describe it. */
export interface DataSource {
  /** `<year>/<file>`. */
  id: string;
  year: number;
  publisher: string;
  publication: Publication;
  /** Relative to the content folder. */
  path: string;
  sha256: string;
  /** Its last commit; null where it has none. */
  commit: Commit | null;
  /** Size of the file. */
  bytes: number;
  notices: readonly Notice[];
  /** In the order of the source. */
  projects: readonly Project[];
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
  const years = [...Map.groupBy(sources, ({ year }) => year)];
  return [
    { id: '', kind: 'site', title: `${site}：全部项目的绩效目标`, sources },
    ...years.map(([year, ofYear]): DataSet => ({
      id: String(year),
      kind: 'year',
      title: `${year}年项目绩效目标`,
      sources: ofYear,
    })),
    ...sources.flatMap((source): DataSet[] => [
      {
        id: source.id,
        kind: 'body',
        title: `${source.publisher}${source.year}年项目绩效目标`,
        sources: [source],
      },
      ...source.projects.map((project): DataSet => ({
        id: project.id,
        kind: 'project',
        title: `${project.name}绩效目标（${source.publisher}，${project.year}年）`,
        sources: [
          {
            ...source,
            projects: [project],
            notices: source.notices.filter(({ line }) => isWithin(project, line)),
          },
        ],
      })),
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
