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
import { openPageStore } from '../cache/page-store.ts';
import type { ContentHistory } from '../content/content-history.ts';
import { isBodyPage } from '../content/shard.ts';
import { baseOf } from '../identity/addresses-of.ts';
import type { Notice } from '../record/disclosure-schema.ts';
import { rememberIn } from '../revisions/remember-in.ts';
import { writeSiteFiles } from '../redirects/write-site-files.ts';
import type { SearchIndexOptions } from '../search/index/build-search-index.ts';
import { ConservationError } from '../verify/conservation-error.ts';
import type { Conservation } from '../verify/verify-conservation.ts';
import { measurePhases, type Phases } from './measure-phases.ts';
import type { BuildOptions } from './build-options.ts';
import { openSource } from './open-source.ts';
import { placeOf, stagingOf, type Place } from './place-of.ts';
import { allowFrames } from './publish/allow-frames.ts';
import { compressFiles } from './publish/compress-files.ts';
import { publishUnder } from './publish/publish-under.ts';
import { makeFresh, removeLeftovers, swapIn } from './publish/swap-in.ts';
import { renderPages } from './render-pages.ts';
import { runInWorker, type WorkerTask } from './run-in-worker.ts';
import { openShards } from './shard-folder.ts';
import type { Progress } from './show-progress.ts';
import { templateDigest, verifierDigest } from './template-digest.ts';
import { readVerified, storeVerified } from './verified-sources.ts';
import { verifyInWorkers } from './verify-in-workers.ts';

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
  const { root, folder, shard, merge, compress, draftOf } = options;
  const place = placeOf(options);
  const phases = measurePhases();
  let indexing: WorkerTask<number> | undefined;
  try {
    for (const kept of [place.out, stagingOf(root)]) removeLeftovers(kept);
    makeFresh(place.out);
    const shards = openShards(merge ?? []);
    progress.phase('读取内容', 0);
    const template = templateDigest(root, folder);
    const compared = openDigestStore(join(place.cache, 'revisions'));
    const remember = rememberIn(compared, template);
    const source = await phases.in('parse', () => openSource({ ...options, remember }));
    const { history, redirects } = source;
    // Every page has the newest year, in the main navigation.
    const earlier = draftOf ? [{ ...place, folder: draftOf.out }] : [];
    const store = openPageStore(`${template}-${source.newestYear}`, [...shards, place, ...earlier]);
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
    // With a filter Node copies file by file, and says that a disk is full; without one it says that it failed.
    cpSync(place.staging, place.fresh, { recursive: true, filter: () => true });
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
    compared.prune();
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
