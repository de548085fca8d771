/**
 * `npm run build [-- --compress]`: reads the content, builds the pages and the search index in a fresh folder, finds every cell of the
 * sources in it again, and swaps it in. With `--compress` there are *.br and *.gz beside its files, for nginx.
 *
 * While anything fails, the last good site stays as it is.
 */
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'astro';
import { ContentError } from '../src/collection/content-error.ts';
import { contentFolder, outputFolder } from '../src/collection/content-folder.ts';
import { contentHistory } from '../src/collection/content-history.ts';
import { readContent } from '../src/collection/read-content.ts';
import { toDisclosureEntry } from '../src/collection/to-disclosure-entry.ts';
import { readSiteUrls } from '../src/data/published-urls.ts';
import { checkPermalinks, toRedirects } from '../src/data/redirects.ts';
import { writeSiteFiles } from '../src/data/write-site-files.ts';
import { maskProject } from '../src/record/mask-numbers.ts';
import { buildSearchIndex } from '../src/search/build-search-index.ts';
import { toSearchRecord } from '../src/search/to-search-record.ts';
import { compressFiles } from './publish/compress-files.ts';
import { describeFailure } from './publish/describe-failure.ts';
import { isRunning, removeLeftovers, swapIn } from './publish/swap-in.ts';
import { ConservationError, describeConservation } from './verify/conservation-error.ts';
import { verifyConservation } from './verify/verify-conservation.ts';

const { values } = parseArgs({ options: { compress: { type: 'boolean', default: false } } });
const root = fileURLToPath(new URL('..', import.meta.url));
const folder = contentFolder(root);
const out = outputFolder(root);
/** Inside the project: the pages are rendered from there, and find their packages above it. */
const staging = join(root, '.jixiao', `building-${process.pid}`);

try {
  removeAbandoned();
  removeLeftovers(out);
  const content = await readContent(folder);
  if (content.errors.length > 0) throw new ContentError(content.errors, folder);
  const urls = await readSiteUrls(root);
  const vanished = checkPermalinks(urls);
  if (vanished.length > 0) throw new ContentError(vanished, folder);

  await build({ root, outDir: staging, logLevel: 'warn' });
  const records = content.sources.flatMap((source) => {
    const publisher = toDisclosureEntry(source)?.data.publisher ?? '';
    return source.disclosure.projects.map((project) => toSearchRecord(maskProject(project), publisher));
  });
  await buildSearchIndex({ records, outDir: staging });
  writeSiteFiles(staging, toRedirects(urls));
  const conservation = verifyConservation(folder, staging);
  if (conservation.losses.length > 0) throw new ConservationError(conservation);
  if (values.compress) compressFiles(staging);
  swapIn(staging, out);
  const place = relative(process.cwd(), out) || '.';
  console.log(describeConservation(conservation));
  console.log(`已生成 ${records.length} 个项目的网站：${place}/`);
  const { commit, isModified } = contentHistory(folder);
  if (commit) console.log(`内容版本 ${commit.id}${isModified ? '，另有未提交的修改' : ''}`);
  const unrecorded = urls.urls.filter((url) => !urls.permalinks.urls.includes(url)).length;
  if (unrecorded > 0) console.log(`有 ${unrecorded} 个新网址还没有登记；公开以后请运行 npm run permalinks`);
} catch (error) {
  rmSync(staging, { recursive: true, force: true });
  console.error(describeFailure(error));
  process.exitCode = 1;
}

/** The folder of a build whose process has ended belongs to nobody. */
function removeAbandoned(): void {
  if (!existsSync(dirname(staging))) return;
  for (const name of readdirSync(dirname(staging))) {
    const pid = Number(/^building-(\d+)/.exec(name)?.[1]);
    if (pid && !isRunning(pid)) rmSync(join(dirname(staging), name), { recursive: true, force: true });
  }
}
