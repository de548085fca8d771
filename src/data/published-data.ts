/**
 * In: the site's collections.
 * Out: its data sets and their downloads. Made once a build, so that a page and the file it links to agree.
 */
import { contentFolder } from '../collection/content-folder.ts';
import { contentHistory } from '../collection/content-history.ts';
import { siteIdentity } from '../collection/site-identity.ts';
import { readSite, type Site } from '../collection/site.ts';
import { dataFiles, type DataFile } from './data-files.ts';
import { toDataSets, type DataSet } from './data-set.ts';
import type { PackageContext } from './to-data-package.ts';

/** A data set and its downloads. */
interface PublishedSet {
  set: DataSet;
  /** Made when they are asked for. */
  files: () => readonly DataFile[];
}

/** Everything that can be downloaded. */
export interface PublishedData {
  context: PackageContext;
  /** By the id of the data set. */
  sets: ReadonlyMap<string, PublishedSet>;
}

let published: Promise<PublishedData> | undefined;

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
  const sources = bodies.map(({ id, entry, projects }) => ({
    id,
    year: entry.year,
    publisher: entry.publisher,
    publication: entry.publication,
    path: entry.path,
    sha256: entry.sha256,
    commit: byPath.get(entry.path) ?? null,
    bytes: entry.bytes,
    notices: entry.notices,
    projects: entry.projectIds.flatMap(
      (projectId) => projects.find((project) => project.id === projectId) ?? [],
    ),
  }));
  const sets = toDataSets(name, sources);
  const filesOfSet = rememberLatest((set) => dataFiles(set, context));
  return {
    context,
    sets: new Map(sets.map((set) => [set.id, { set, files: () => filesOfSet(set) }])),
  };
}

/**
 * Makes the files of a set once while it is asked for again and again, and lets them go when another of its kind is: the build
 * goes from one set to the next, and all files of a province fit into no memory.
 */
function rememberLatest(make: (set: DataSet) => readonly DataFile[]): typeof make {
  const latest = new Map<DataSet['kind'], { set: DataSet; files: readonly DataFile[] }>();
  return (set) => {
    const known = latest.get(set.kind);
    if (known?.set === set) return known.files;
    const files = make(set);
    // Its page and downloads are made before any project's.
    if (set.kind === 'project') latest.delete('site');
    latest.set(set.kind, { set, files });
    return files;
  };
}
