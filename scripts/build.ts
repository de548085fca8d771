/**
 * `npm run build [-- --compress --recheck --silent --shard 3/8 --timings FILE]`, `npm run merge -- SHARDS…`: reads the content,
 * builds the pages and the search index in a fresh folder, finds every cell of the sources in it again, and swaps it in. With
 * `--compress` there are *.br and *.gz beside its files, for nginx.
 *
 * The cells of a source that has the same bytes as before, and so have all its pages and files, are known to be there; with
 * `--recheck` they are looked for again.
 *
 * A shard has the pages of its bodies alone; a merge makes the rest, and is checked as a whole build is. While anything fails,
 * the last good site stays as it is.
 */
import { cpSync, existsSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'astro';
import { ContentError } from '../src/content/content-error.ts';
import { formatNotices } from '../src/content/format-notices.ts';
import { contentFolder, outputFolder } from '../src/content/content-folder.ts';
import { contentHistory } from '../src/content/content-history.ts';
import { readGuide } from '../src/content/read-guide.ts';
import { readSiteIdentity } from '../src/content/site-identity.ts';
import { isBodyPage } from '../src/content/shard.ts';
import { newestYear } from '../src/content/newest-year.ts';
import { buildCacheFolder } from '../src/content/build-cache-folder.ts';
import { readCachedContent } from '../src/content/read-cached-content.ts';
import { forgetReadings } from '../src/content/read-content.ts';
import { endRendering } from '../src/collection/rendered.ts';
import { toDisclosureEntry } from '../src/collection/to-disclosure-entry.ts';
import { readSiteUrls } from '../src/redirects/published-urls.ts';
import { checkPermalinks, toRedirects, type Redirect } from '../src/redirects/redirects.ts';
import { writeSiteFiles } from '../src/redirects/write-site-files.ts';
import type { Notice } from '../src/record/disclosure-schema.ts';
import { maskProject } from '../src/record/mask-numbers.ts';
import type { SearchIndexOptions } from '../src/search/index/build-search-index.ts';
import { toSearchRecord } from '../src/search/index/to-search-record.ts';
import { collectGarbage } from '../src/build/collect-garbage.ts';
import { frameDigest, verifierDigest } from '../src/build/frame-digest.ts';
import { measurePhases, writeTimings } from '../src/build/measure-phases.ts';
import { openPageStore } from '../src/build/page-store.ts';
import { renderPages } from '../src/build/render-pages.ts';
import { runBeside, type Beside } from '../src/build/run-beside.ts';
import { keepReadings, openShards, shardFolder } from '../src/build/shard-folder.ts';
import { showProgress } from '../src/build/show-progress.ts';
import { compressFiles } from '../src/build/publish/compress-files.ts';
import { describeFailure } from '../src/build/publish/describe-failure.ts';
import {
  checkOutput,
  freshFolder,
  isRunning,
  makeFresh,
  removeLeftovers,
  swapIn,
} from '../src/build/publish/swap-in.ts';
import { ConservationError, describeConservation } from '../src/verify/conservation-error.ts';
import { verifyBeside } from '../src/build/verify-beside.ts';
import type { Conservation } from '../src/verify/verify-conservation.ts';

const { values, positionals } = parseArgs({
  options: {
    compress: { type: 'boolean', default: false },
    merge: { type: 'boolean', default: false },
    recheck: { type: 'boolean', default: false },
    shard: { type: 'string' },
    silent: { type: 'boolean', default: false },
    timings: { type: 'string' },
  },
  allowPositionals: true,
});
const root = fileURLToPath(new URL('..', import.meta.url));
const folder = contentFolder(root);
const { shard } = values;
if (shard !== undefined) process.env['JIXIAO_SHARD'] = shard;
const whole = outputFolder(root);
const part = shardFolder(
  process.env['JIXIAO_OUT'] ? whole : join(root, '.jixiao', 'shards', shard?.replace('/', '-of-') ?? ''),
);
const out = checkedOutput(shard === undefined ? whole : part.folder);
/** Astro's own: inside the project, as the program that renders is put there and finds its packages above it. */
const staging = join(root, '.jixiao', `building-${process.pid}`);
/** The new site: on the disk of the old one, so that it takes its place by a rename. */
const fresh = freshFolder(out);
const cache = buildCacheFolder(root, folder);
const readings = join(cache, 'readings');
const manifest = shard === undefined ? join(cache, 'pages.json') : part.manifest;
const phases = measurePhases();
const progress = showProgress({ isSilent: values.silent });

/**
 * Projects up to which the search index is begun as soon as they are read. Those of more are indexed beside the pages of bodies
 * alone: while they are stored, read again and written to the site's own downloads there is memory for nothing else.
 */
const INDEX_AT_ONCE = 20_000;
let indexing: Beside<number> | undefined;

try {
  removeAbandoned();
  removeLeftovers(out);
  makeFresh(out);
  const shards = values.merge ? openShards(positionals, readings) : [];
  progress.phase('读取内容', 0);
  const frame = frameDigest(root, [await newestYear(folder)]);
  const { redirects, unrecorded, projects, notices, index } = await phases.in('parse', () =>
    readSources(frame),
  );
  const beginIndex = () => {
    if (shard === undefined)
      indexing = runBeside(new URL('../src/build/index-worker.ts', import.meta.url), index());
  };
  if (projects <= INDEX_AT_ONCE) beginIndex();
  const { commit, modified } = contentHistory(folder);
  const store = openPageStore(frame, [...shards, { folder: out, manifest }]);
  const pages = renderPages({
    outDir: fresh,
    store,
    phases,
    progress,
    ...(shard === undefined ? {} : { isOwn: isBodyPage }),
    ...(projects <= INDEX_AT_ONCE ? {} : { onBodies: beginIndex }),
  });
  await build({ root, outDir: staging, logLevel: 'warn', integrations: [pages] });
  endRendering();
  collectGarbage();
  // What Astro wrote itself: styles, scripts, and what public/ has.
  cpSync(staging, fresh, { recursive: true });
  rmSync(staging, { recursive: true, force: true });
  progress.phase('核对内容，建立搜索索引', 0);
  const verified = shard === undefined ? phases.in('check', verify) : null;
  phases.in('sums', () => {
    writeSiteFiles(fresh, redirects, (file) => store.sha256Of(file));
  });
  const conservation = await verified;
  phases.add('index', (await indexing?.result) ?? 0);
  if (conservation && conservation.losses.length > 0) throw new ConservationError(conservation);
  if (values.compress) compressFiles(fresh);
  swapIn(fresh, out);
  store.save(manifest);
  if (shard !== undefined) keepReadings(readings, part.readings);
  if (values.timings) writeTimings(values.timings, phases);
  progress.end();
  const place = relative(process.cwd(), out) || '.';
  if (notices.length > 0)
    console.log(formatNotices(notices, (path) => relative(process.cwd(), join(folder, path))));
  if (conservation) console.log(describeConservation(conservation));
  if (shards.length > 0)
    console.log(`合并 ${shards.length} 份：${store.count().found} 页取自各份，其余为新生成`);
  console.log(`已生成 ${projects} 个项目的网站：${place}/`);
  if (commit) console.log(`内容版本 ${commit.id}${modified.size > 0 ? '，另有未提交的修改' : ''}`);
  if (shard === undefined && unrecorded > 0)
    console.log(`有 ${unrecorded} 个新网址还没有登记；公开以后请运行 npm run permalinks`);
} catch (error) {
  progress.end();
  await indexing?.stop();
  for (const unfinished of [staging, fresh]) rmSync(unfinished, { recursive: true, force: true });
  console.error(describeFailure(error));
  process.exitCode = 1;
}

/**
 * Reads the content, and keeps of it only what the search index is made of: the pages have a store of their own.
 *
 * @param code Digest of all code.
 */
async function readSources(code: string): Promise<{
  redirects: Redirect[];
  /** How many URLs are published for the first time, as far as the record knows. */
  unrecorded: number;
  projects: number;
  notices: Notice[];
  /** Gives what the index is made of, once. */
  index: () => SearchIndexOptions;
}> {
  const content = await readCachedContent(root);
  const errors = [...readSiteIdentity(root).notices, ...readGuide(root).notices, ...content.errors];
  if (errors.length > 0) throw new ContentError(errors, folder);
  const urls = await readSiteUrls(root);
  forgetReadings();
  // A shard has not all of them; the merge looks.
  const vanished = shard === undefined ? checkPermalinks(urls) : [];
  if (vanished.length > 0) throw new ContentError(vanished, folder);
  const records = content.sources.flatMap((source) => {
    const publisher = toDisclosureEntry(source)?.publisher ?? '';
    return source.disclosure.projects.map((project) => toSearchRecord(maskProject(project), publisher));
  });
  const projects = records.length;
  const recorded = new Set(urls.permalinks.urls);
  return {
    redirects: toRedirects(urls),
    unrecorded: urls.urls.filter((url) => !recorded.has(url)).length,
    projects,
    notices: content.notices,
    index: () => ({
      records: records.splice(0),
      outDir: fresh,
      cache: { folder: join(cache, 'search'), code },
    }),
  };
}

/** Ends the process where a build may not replace the output folder. */
function checkedOutput(wanted: string): string {
  try {
    return checkOutput(wanted, [root, folder]);
  } catch (error) {
    console.error(describeFailure(error));
    process.exit(1);
  }
}

function verify(): Promise<Conservation> {
  const path = join(cache, 'whole-sources.json');
  if (values.recheck) rmSync(path, { force: true });
  return verifyBeside(folder, fresh, { path, code: verifierDigest(root) });
}

/** The folder of a build whose process has ended belongs to nobody. */
function removeAbandoned(): void {
  if (!existsSync(dirname(staging))) return;
  for (const name of readdirSync(dirname(staging))) {
    const pid = Number(/^building-(\d+)/.exec(name)?.[1]);
    if (pid && !isRunning(pid)) rmSync(join(dirname(staging), name), { recursive: true, force: true });
  }
}
