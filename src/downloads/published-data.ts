/**
 * In: the site's collections.
 * Out: its data sets and their downloads. Made once a build, so that a page and the file it links to agree.
 */
import { contentFolder } from '../content/content-folder.ts';
import { contentHistory } from '../content/content-history.ts';
import { onRendered } from '../collection/rendered.ts';
import { siteIdentity } from '../content/site-identity.ts';
import { readSite, type Site } from '../site/site.ts';
import { dataFiles, type DataFile } from './data-files.ts';
import { toDataSets, type DataSet } from './data-set.ts';
import { filesBeside, type MakeFiles } from './files-beside.ts';
import type { PackageContext } from './to-data-package.ts';

/** A data set and its downloads. */
interface PublishedSet {
  set: DataSet;
  /** Made when they are asked for. */
  files: () => Promise<readonly DataFile[]>;
}

/** Everything that can be downloaded. */
export interface PublishedData {
  context: PackageContext;
  /** By the id of the data set. */
  sets: ReadonlyMap<string, PublishedSet>;
}

/** Projects of a site from which on a thread saves more than it costs to start. */
const THREAD_FROM = 300;

let published: Promise<PublishedData> | undefined;
onRendered(() => {
  published = undefined;
});

/** Reads the data once; in `astro dev` once after each change. */
export function publishedData(): Promise<PublishedData> {
  if (import.meta.env.DEV) return readChangingData();
  return (published ??= collectData());
}

const publishedOf = new WeakMap<Site, Promise<PublishedData>>();

async function readChangingData(): Promise<PublishedData> {
  const site = await readSite();
  const known = publishedOf.get(site) ?? collectData();
  publishedOf.set(site, known);
  return known;
}

/** The downloads of the page at `/<id>/`. */
export async function filesOf(id: string): Promise<readonly DataFile[]> {
  return (await publishedData()).sets.get(id)?.files() ?? [];
}

async function collectData(): Promise<PublishedData> {
  const { url, licence, name } = siteIdentity;
  const { commit, byPath } = contentHistory(contentFolder(process.cwd()));
  const context = { url: url?.replace(/\/$/, ''), licence, commit };
  const bodies = (await readSite()).years.flatMap((year) => year.bodies);
  const sources = bodies.map(({ id, entry, projects }) => {
    const byId = new Map(projects.map((project) => [project.id, project]));
    return {
      id,
      year: entry.year,
      publisher: entry.publisher,
      publication: entry.publication,
      path: entry.path,
      sha256: entry.sha256,
      commit: byPath.get(entry.path) ?? null,
      bytes: entry.bytes,
      notices: entry.notices,
      projects: entry.projectIds.flatMap((projectId) => byId.get(projectId) ?? []),
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

/** The files of large sets are made in threads beside the pages, those of a year and of its bodies at once. */
function makerOf(sets: readonly DataSet[], context: PackageContext): Record<DataSet['kind'], MakeFiles> {
  const here: MakeFiles = (set) => Promise.resolve(dataFiles(set, context));
  const projects = sets.filter(({ kind }) => kind === 'project').length;
  const isBeside = !import.meta.env.DEV && projects >= THREAD_FROM;
  const beside = (kind: DataSet['kind']) =>
    isBeside
      ? oneAhead(
          sets.filter((set) => set.kind === kind),
          filesBeside(process.cwd(), context),
        )
      : here;
  // Nothing is left to do while the site's are waited for, and a thread would hold all projects once more.
  return { site: here, year: beside('year'), body: beside('body'), project: here };
}

/** Begins with the next set when one is asked for: the build goes through pages by their addresses. */
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
 * Makes the files of a set once while it is asked for again and again, and lets them go when another of its kind is: the build
 * goes from one set to the next, and all files of a province fit into no memory.
 */
function rememberLatest(make: MakeFiles): MakeFiles {
  const latest = new Map<DataSet['kind'], { set: DataSet; files: ReturnType<MakeFiles> }>();
  return (set) => {
    const known = latest.get(set.kind);
    if (known?.set === set) return known.files;
    const files = make(set);
    // Its page and downloads are made before any other's.
    if (set.kind !== 'site') latest.delete('site');
    latest.set(set.kind, { set, files });
    return files;
  };
}
