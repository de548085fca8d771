/**
 * In: the site's collections.
 * Out: its data sets and their downloads. Made once a build, so that a page and the file it links to agree.
 */
import { onceASite } from '../astro-internals/once-a-site.ts';
import { openedSite } from '../astro-internals/opened-site.ts';
import { must } from '../record/must.ts';
import { readSite } from '../site/site.ts';
import { dataFiles, type DataFile } from './data-files.ts';
import { toDataSets, type DataSet, type DataSource } from './data-set.ts';
import { filesInWorker, type MakeFiles } from './files-in-worker.ts';
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

/** From this many projects on, a thread saves more than it costs to start. */
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
  const { bodies } = await readSite();
  const sources = bodies.map(({ id, entry, projects }): DataSource => {
    const { year, publisher, publication, path, sha256, bytes, notices } = entry;
    const byId = new Map(projects.map((project) => [project.id, project]));
    return {
      ...{ id, year, publisher, publication, path, sha256, bytes, notices },
      commit: byPath.get(path) ?? null,
      projects: entry.projectIds.map((projectId) => must(byId.get(projectId))),
    };
  });
  const sets = toDataSets(name, sources);
  const make = makerOf(sets, context);
  const filesOfSet = rememberLatest((set) => make[set.kind](set));
  return {
    context,
    sets: new Map(sets.map((set) => [set.id, { set, files: () => filesOfSet(set) }])),
  };
}

/** The files of large sets are made in worker threads while pages are rendered, those of a year and of its bodies at once. */
function makerOf(sets: readonly DataSet[], context: PackageContext): Record<DataSet['kind'], MakeFiles> {
  const here: MakeFiles = (set) => Promise.resolve(dataFiles(set, context));
  const projects = sets.filter(({ kind }) => kind === 'project').length;
  const usesWorkers = !import.meta.env.DEV && projects >= THREAD_FROM;
  const { root, resources } = openedSite();
  const inWorker = (kind: DataSet['kind']) =>
    usesWorkers
      ? oneAhead(
          sets.filter((set) => set.kind === kind),
          filesInWorker(root, context, resources),
        )
      : here;
  // The build has nothing else to do while it waits for the site's, and a thread would hold all projects once more.
  return { site: here, year: inWorker('year'), body: inWorker('body'), project: here };
}

/** Starts on the next set when one is requested: the build renders pages in the order of their addresses. */
function oneAhead(sets: readonly DataSet[], make: MakeFiles): MakeFiles {
  const inOrder = sets
    .map((set) => ({ set, place: `${set.id}/` }))
    .sort((a, b) => (a.place < b.place ? -1 : 1))
    .map(({ set }) => set);
  const next = new Map(inOrder.map((set, index) => [set, inOrder[index + 1]]));
  let ahead: { set: DataSet; files: ReturnType<MakeFiles> } | undefined;
  return (set) => {
    const files = ahead?.set === set ? ahead.files : make(set);
    const following = next.get(set);
    ahead = following && { set: following, files: make(following) };
    return files;
  };
}

/**
 * Keeps the files of the latest set of each kind: the build renders one set after the other, and the files of all sets of a
 * province don't fit into memory.
 */
function rememberLatest(make: MakeFiles): MakeFiles {
  const latest = new Map<DataSet['kind'], { set: DataSet; files: ReturnType<MakeFiles> }>();
  return (set) => {
    const made = latest.get(set.kind);
    if (made?.set === set) return made.files;
    const files = make(set);
    // The home page and its downloads are rendered before all others.
    if (set.kind !== 'site') latest.delete('site');
    latest.set(set.kind, { set, files });
    return files;
  };
}
