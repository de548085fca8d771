/**
 * In: what a site holds.
 * Out: its data sets and their downloads.
 */
import type { OpenedSite } from '../astro-internals/opened-site.ts';
import { tellApart } from '../display/tell-apart.ts';
import { isWithin } from '../record/is-within.ts';
import { must } from '../record/must.ts';
import type { Results } from '../site/results.ts';
import type { Site } from '../site/site.ts';
import type { DataFile } from './data-file.ts';
import { dataFiles } from './data-files.ts';
import { toDataSets, type DataSet, type DataSource } from './data-set.ts';
import { filesInWorker, type MakeFiles } from './files-in-worker.ts';
import { inOrder } from './in-order.ts';
import type { ResultSource } from './result-set.ts';
import type { PackageContext } from './to-data-package.ts';

/** A data set and its downloads. */
interface PublishedSet {
  set: DataSet;
  /** Made on the first call. */
  files: () => Promise<readonly DataFile[]>;
}

/** Everything that can be downloaded. */
export interface PublishedData {
  context: PackageContext;
  /** By the id of the data set. */
  sets: ReadonlyMap<string, PublishedSet>;
}

/** From this many projects and results on, a thread saves more than it costs to start. */
const THREAD_FROM = 300;

/**
 * All data sets of a site.
 *
 * @param site Its identity and history; threads that make files end with its resources.
 * @param bodies In the order of the site.
 * @param isDev Whether `astro dev` runs: it asks for few of the files, so that no thread is started.
 */
export function collectData(
  site: Pick<OpenedSite, 'root' | 'identity' | 'history' | 'resources'>,
  bodies: Site['bodies'],
  results: Pick<Results, 'years' | 'all' | 'byFile'>,
  isDev: boolean,
): PublishedData {
  const { url, licence, name } = site.identity;
  const { commit, byPath } = site.history;
  const context = { url: url?.replace(/\/$/, ''), licence, commit };
  const commitOf = (path: string) => byPath.get(path) ?? null;
  const sources = bodies.map(({ id, entry, projects }): DataSource => {
    const { year, publisher, publication, path, sha256, bytes, overall, notices } = entry;
    const byId = new Map(projects.map((project) => [project.id, project]));
    return {
      ...{ id, year, publisher, publication, path, sha256, bytes, overall, notices },
      commit: commitOf(path),
      apart: tellApart(projects),
      projects: entry.projectIds.map((projectId) => must(byId.get(projectId))),
    };
  });
  const sets = toDataSets(name, sources, collectResults(results, sources, commitOf));
  const makeFiles = inOrder(sets, makersOf(sets, context, site, isDev));
  return {
    context,
    sets: new Map(sets.map((set) => [set.id, { set, files: () => makeFiles(set) }])),
  };
}

/** The files of results, the newest year first. The notices of one are those of the file that are about no other table. */
function collectResults(
  { years, all, byFile }: Pick<Results, 'years' | 'all' | 'byFile'>,
  sources: readonly DataSource[],
  commitOf: (path: string) => ResultSource['commit'],
): ResultSource[] {
  const tables = Map.groupBy(
    [...sources.flatMap(({ projects }) => projects), ...all.map(({ result }) => result)],
    ({ source }) => source.path,
  );
  return years.flatMap(({ files }) =>
    files.map(({ id, entry }): ResultSource => {
      const { year, publisher, publication, path, sha256, bytes, notices, resultIds } = entry;
      const own = new Set(resultIds);
      const others = must(tables.get(path)).filter((table) => !own.has(table.id));
      return {
        ...{ id, year, publisher, publication, path, sha256, bytes },
        commit: commitOf(path),
        notices: notices.filter(({ line }) => !others.some((table) => isWithin(table, line))),
        results: must(byFile.get(id)).map(({ result, project, rows }) => ({ result, project, rows })),
      };
    }),
  );
}

/** How the files of each kind are made: those of years, of bodies and of files of results, where there are many, in a thread each. */
function makersOf(
  sets: readonly DataSet[],
  context: PackageContext,
  { root, resources }: Pick<OpenedSite, 'root' | 'resources'>,
  isDev: boolean,
): Record<DataSet['kind'], MakeFiles> {
  const here: MakeFiles = (set) => Promise.resolve(dataFiles(set, context));
  const isLarge = sets.filter(({ kind }) => kind === 'project' || kind === 'result').length >= THREAD_FROM;
  const inWorker = () => (isLarge && !isDev ? filesInWorker(root, context, resources) : here);
  // The build has nothing else to do while it waits for the site's, and a thread would hold all projects once more.
  return {
    ...{ site: here, year: inWorker(), body: inWorker(), project: here },
    ...{ results: inWorker(), result: here },
  };
}
