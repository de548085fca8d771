/**
 * In: a project and its content folder.
 * Out: the published site: rendered, indexed and verified in a fresh folder, then swapped in.
 *
 * A shard has the pages of its bodies alone. A merge takes these and makes the rest; it is verified like any whole build.
 * If anything fails, the published site stays as it is.
 */
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { closeSite } from '../astro-internals/opened-site.ts';
import { openDigestStore } from '../cache/digest-store.ts';
import { openPageStore, type RenderedFolder } from '../cache/page-store.ts';
import { toDisclosureEntry } from '../collection/to-disclosure-entry.ts';
import { buildCacheFolder } from '../content/build-cache-folder.ts';
import { ContentError } from '../content/content-error.ts';
import { readHistory, type ContentHistory } from '../content/content-history.ts';
import { openContent, type Content } from '../content/open-content.ts';
import { isBodyPage, type Shard } from '../content/shard.ts';
import { baseOf } from '../identity/addresses-of.ts';
import type { Notice } from '../record/disclosure-schema.ts';
import { maskProject } from '../record/mask-numbers.ts';
import { toSiteUrls } from '../redirects/published-urls.ts';
import { checkPermalinks, toRedirects } from '../redirects/redirects.ts';
import { writeSiteFiles } from '../redirects/write-site-files.ts';
import { tellApart } from '../display/tell-apart.ts';
import type { SearchIndexOptions } from '../search/index/build-search-index.ts';
import { toSearchRecord } from '../search/index/to-search-record.ts';
import type { SearchRecord } from '../search/search-record.ts';
import { ConservationError } from '../verify/conservation-error.ts';
import type { Conservation } from '../verify/verify-conservation.ts';
import { listGuideHeadings } from './list-guide-headings.ts';
import { measurePhases, type Phases } from './measure-phases.ts';
import { openSiteOf } from './open-site-of.ts';
import { allowFrames } from './publish/allow-frames.ts';
import { compressFiles } from './publish/compress-files.ts';
import { publishUnder } from './publish/publish-under.ts';
import { checkOutput, freshFolder, makeFresh, removeLeftovers, swapIn } from './publish/swap-in.ts';
import { renderPages } from './render-pages.ts';
import { runInWorker, type WorkerTask } from './run-in-worker.ts';
import { openShards, shardFolder } from './shard-folder.ts';
import type { Progress } from './show-progress.ts';
import { templateDigest, verifierDigest } from './template-digest.ts';
import { readVerified, storeVerified } from './verified-sources.ts';
import { verifyInWorkers } from './verify-in-workers.ts';

export interface BuildOptions {
  /** The project's folder, absolute. */
  root: string;
  /** The content folder, absolute. */
  folder: string;
  /** The folder that is published; of a shard, the folder for `npm run merge`. Absolute. */
  out: string;
  /** Null: all bodies. */
  shard: Shard | null;
  /** Folders of shards to merge; null where this is no merge. */
  merge: readonly string[] | null;
  /** Verifies also the sources that were verified before, with the same bytes and outputs. */
  recheck: boolean;
  /** Writes .br and .gz next to the files. */
  compress: boolean;
}

/** What a build did. */
export interface BuildReport {
  /** The folder that was published, absolute. */
  out: string;
  projects: number;
  notices: readonly Notice[];
  /** Null for a shard, which is not verified. */
  conservation: Conservation | null;
  /** Pages that were taken from shards or from the build before. */
  reusedPages: number;
  history: ContentHistory;
  /** URLs that are not yet in the permalinks. */
  unrecorded: number;
  phases: Phases;
}

/**
 * With up to this many projects the search index is built from the start. With more it waits for the pages of bodies: collecting
 * the paths and writing the site's own downloads needs the memory.
 */
const INDEX_AT_ONCE = 20_000;

/** Builds and publishes a site. Throws errors for staff; the published site is then unchanged. */
export async function buildSite(
  options: BuildOptions,
  { progress }: { progress: Progress },
): Promise<BuildReport> {
  const { root, folder, shard, merge, compress } = options;
  const place = placeOf(options);
  const phases = measurePhases();
  let indexing: WorkerTask<number> | undefined;
  try {
    for (const kept of [place.out, stagingOf(root)]) removeLeftovers(kept);
    makeFresh(place.out);
    const shards = openShards(merge ?? []);
    progress.phase('读取内容', 0);
    const source = await phases.in('parse', () => openSource(options));
    const { history, redirects } = source;
    const template = templateDigest(root, folder);
    // Every page has the newest year, in the main navigation.
    const store = openPageStore(`${template}-${source.newestYear}`, [...shards, place]);
    const records = source.records.splice(0);
    const { guide } = source;
    const projects = records.length;
    const startIndex = () => {
      if (shard === null) indexing ??= startIndexing({ records, guide }, place);
    };
    if (projects <= INDEX_AT_ONCE) startIndex();
    const { fresh, staging } = place;
    await renderPages(
      { root, shard, template, fresh, staging, ...source },
      {
        progress,
        phases,
        store,
        onPage: (pathname) => {
          progress.step();
          if (isBodyPage(pathname)) startIndex();
        },
      },
    );
    await closeSite();
    // Astro's own output: styles, scripts, and the files of public/.
    cpSync(place.staging, place.fresh, { recursive: true });
    rmSync(place.staging, { recursive: true, force: true });
    allowFrames(place.fresh, source.identity);
    publishUnder(place.fresh, source.identity.url);
    progress.phase('核对内容，建立搜索索引', 0);
    const verified =
      shard === null
        ? phases.in('check', () => verify(options, place, source.count, Promise.resolve(indexing?.result)))
        : null;
    phases.in('sums', () => {
      writeSiteFiles(place.fresh, redirects, baseOf(source.identity.url), (file) => store.sha256Of(file));
    });
    const conservation = await verified;
    phases.add('index', (await indexing?.result) ?? 0);
    if (conservation && conservation.losses.length > 0) throw new ConservationError(conservation);
    if (compress) compressFiles(place.fresh);
    swapIn(place.fresh, place.out);
    store.save(place.manifests);
    return {
      ...{ out: place.out, projects, notices: source.notices, conservation, reusedPages: store.count() },
      ...{ history, unrecorded: source.unrecorded, phases },
    };
  } catch (error) {
    await indexing?.stop();
    for (const unfinished of [place.staging, place.fresh])
      rmSync(unfinished, { recursive: true, force: true });
    throw error;
  }
}

/** The folders of a build. */
interface Place extends RenderedFolder {
  /** The published site, which may hold pages to take over. */
  out: string;
  /** The new site: on the disk of the old one, so that a rename publishes it. */
  fresh: string;
  /** Astro's own output. Inside the project: the bundle of the pages is run there, and finds its packages above it. */
  staging: string;
  cache: string;
}

/** Throws an OutputError where a build may not replace the output folder. */
function placeOf({ root, folder, out: wanted, shard }: BuildOptions): Place {
  const part = shardFolder(wanted);
  const out = checkOutput(shard === null ? wanted : part.folder, [root, folder]);
  const cache = buildCacheFolder(root, folder, shard);
  return {
    ...{ out, folder: out, cache, fresh: freshFolder(out) },
    staging: freshFolder(stagingOf(root)),
    manifests: shard === null ? openDigestStore(join(cache, 'pages')) : part.manifests,
  };
}

/** Where builds put Astro's own output, each under its process. */
function stagingOf(root: string): string {
  return join(root, '.jixiao', 'building');
}

/** Opens the content and publishes it to the pages. Throws a ContentError where anything is wrong. */
async function openSource({ root, folder, shard }: BuildOptions) {
  const content = await openContent({ root, folder, shard });
  if (content.errors.length > 0) throw new ContentError(content.errors, folder);
  const urls = toSiteUrls(content);
  // A shard has not all URLs; the merge checks them.
  const vanished = shard === null ? checkPermalinks(urls) : [];
  if (vanished.length > 0) throw new ContentError(vanished, folder);
  const history = readHistory(folder);
  const redirects = toRedirects(urls);
  openSiteOf(content, history, redirects);
  const recorded = new Set(urls.permalinks.urls);
  return {
    ...{
      count: content.sources.length,
      notices: content.notices,
      newestYear: content.newestYear,
      history,
      redirects,
    },
    // Freed when they are indexed; the content itself, when this function ends.
    records: toSearchRecords(content),
    guide: listGuideHeadings(content.guide),
    unrecorded: urls.urls.filter((url) => !recorded.has(url)).length,
    identity: content.identity,
    content,
  };
}

/** What is indexed for search: all projects of a content. */
export function toSearchRecords({ sources }: Pick<Content, 'sources'>): SearchRecord[] {
  return sources.flatMap((source) => {
    const entry = toDisclosureEntry(source);
    if (!entry) return [];
    const projects = source.disclosure.projects.map((project) => maskProject(project));
    const apart = tellApart(projects);
    return projects.map((project) => toSearchRecord(project, entry.publisher, apart.get(project.id)));
  });
}

function startIndexing(searched: Omit<SearchIndexOptions, 'outDir'>, { fresh }: Place): WorkerTask<number> {
  return runInWorker(new URL('index-worker.ts', import.meta.url), { ...searched, outDir: fresh });
}

/** @param sources How many there are. @param indexed Settles when the search index is written. */
async function verify(
  { root, folder, recheck }: BuildOptions,
  { fresh, cache }: Place,
  sources: number,
  indexed: Promise<unknown>,
): Promise<Conservation> {
  const store = openDigestStore(join(cache, 'verified'));
  const code = verifierDigest(root);
  const known = recheck ? new Map() : readVerified(store, code);
  const conservation = await verifyInWorkers(folder, fresh, { sources, known }, indexed);
  storeVerified(store, code, conservation.verified);
  return conservation;
}
