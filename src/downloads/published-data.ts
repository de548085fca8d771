/**
 * In: the site's collections.
 * Out: its data sets and their downloads. Made once a build, so that a page and the file it links to agree.
 */
import { onceASite } from '../astro-internals/once-a-site.ts';
import { openedSite } from '../astro-internals/opened-site.ts';
import { tellApart } from '../display/tell-apart.ts';
import { must } from '../record/must.ts';
import { isWithin } from '../record/is-within.ts';
import { readResults } from '../site/results.ts';
import { readSite } from '../site/site.ts';
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

/** All data sets, made once a build; in `astro dev` once after each change. */
export const publishedData = onceASite(collectData);

/** The downloads of the page at `/<id>/`. */
export async function filesOf(id: string): Promise<readonly DataFile[]> {
  return (await publishedData()).sets.get(id)?.files() ?? [];
}

async function collectData(): Promise<PublishedData> {
  const { identity, history } = openedSite();
  const { url, licence, name } = identity;
  const { commit, byPath } = history;
  const context = { url: url?.replace(/\/$/, ''), licence, commit };
  const commitOf = (path: string) => byPath.get(path) ?? null;
  const { bodies } = await readSite();
  const sources = bodies.map(({ id, entry, projects }): DataSource => {
    const { year, publisher, publication, path, sha256, bytes, notices } = entry;
    const byId = new Map(projects.map((project) => [project.id, project]));
    return {
      ...{ id, year, publisher, publication, path, sha256, bytes, notices },
      commit: commitOf(path),
      apart: tellApart(projects),
      projects: entry.projectIds.map((projectId) => must(byId.get(projectId))),
    };
  });
  const sets = toDataSets(name, sources, await collectResults(sources, commitOf));
  const makeFiles = inOrder(sets, makersOf(sets, context));
  return {
    context,
    sets: new Map(sets.map((set) => [set.id, { set, files: () => makeFiles(set) }])),
  };
}

/** The files of results, the newest year first. The notices of one are those of the file that are about no other table. */
async function collectResults(
  sources: readonly DataSource[],
  commitOf: (path: string) => ResultSource['commit'],
): Promise<ResultSource[]> {
  const { years, all, byFile } = await readResults();
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
function makersOf(sets: readonly DataSet[], context: PackageContext): Record<DataSet['kind'], MakeFiles> {
  const { root, resources } = openedSite();
  const here: MakeFiles = (set) => Promise.resolve(dataFiles(set, context));
  const isLarge = sets.filter(({ kind }) => kind === 'project' || kind === 'result').length >= THREAD_FROM;
  const inWorker = () => (isLarge && !import.meta.env.DEV ? filesInWorker(root, context, resources) : here);
  // The build has nothing else to do while it waits for the site's, and a thread would hold all projects once more.
  return {
    ...{ site: here, year: inWorker(), body: inWorker(), project: here },
    ...{ results: inWorker(), result: here },
  };
}
