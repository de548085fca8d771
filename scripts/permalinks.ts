/**
 * `npm run permalinks [-- --moved OLD NEW]`: records every URL of the site, and every row's link, in `content/permalinks.json`.
 *
 * With `--moved`, an old URL that is gone leads to a new one. Exit 1 while a recorded URL would vanish.
 */
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { contentFolder } from '../src/content/content-folder.ts';
import { formatNotices } from '../src/content/format-notices.ts';
import { PERMALINKS, readPermalinks, writePermalinks, type Permalinks } from '../src/identity/permalinks.ts';
import { readContent } from '../src/content/read-content.ts';
import { movePermalink } from '../src/redirects/move-permalink.ts';
import { readSiteUrls } from '../src/redirects/published-urls.ts';
import { checkPermalinks } from '../src/redirects/redirects.ts';
import { describeFailure } from '../src/build/publish/describe-failure.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = contentFolder(root);
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { moved: { type: 'boolean', default: false } },
});

const problem = await run().catch((error: unknown) =>
  describeFailure(error, `没有登记；${PERMALINKS} 和原来一样。`),
);
if (problem !== '') {
  console.error(problem);
  process.exitCode = 1;
}

/** What stands in the way, for staff; empty where all is well. */
async function run(): Promise<string> {
  const { errors } = await readContent(folder);
  const shown = (path: string) => relative(process.cwd(), join(folder, path));
  if (errors.length > 0) return `内容有 ${errors.length} 处错误，没有登记：\n${formatNotices(errors, shown)}`;
  const site = await readSiteUrls(root);
  if (site.errors.length > 0) return formatNotices(site.errors, shown);
  let { permalinks } = site;
  if (values.moved || positionals.length > 0) {
    const [from, to] = positionals.map(toPath);
    if (!values.moved || from === undefined || to === undefined || positionals.length > 2)
      return '用法：npm run permalinks [-- --moved 旧网址 新网址]';
    const moved = movePermalink(from, to, site);
    if (typeof moved === 'string') return moved;
    permalinks = moved;
    console.log(`${from} 从此转到 ${to}`);
  }
  const before = new Set(permalinks.urls);
  const added = site.urls.filter((url) => !before.has(url));
  const rows = withRows(permalinks.rows, site.rows);
  writePermalinks(folder, {
    urls: [...permalinks.urls, ...added],
    names: { ...permalinks.names, ...site.names },
    rows,
    moved: permalinks.moved,
  });
  console.log(
    `${shown(PERMALINKS)}：新登记 ${added.length} 个网址，共 ${permalinks.urls.length + added.length} 个；新登记 ${countRows(rows) - countRows(permalinks.rows)} 个指标链接，共 ${countRows(rows)} 个`,
  );
  const vanished = checkPermalinks({ ...site, ...readPermalinks(folder) });
  return vanished.length === 0 ? '' : formatNotices(vanished, shown);
}

/** Old rows stay on record; those that stand have the fingerprint that they have now. */
function withRows(old: Permalinks['rows'], current: Permalinks['rows']): Permalinks['rows'] {
  const merged = Object.entries(current).map(([id, anchors]) => [id, { ...old[id], ...anchors }] as const);
  return { ...old, ...Object.fromEntries(merged) };
}

function countRows(rows: Permalinks['rows']): number {
  return Object.values(rows).reduce((count, anchors) => count + Object.keys(anchors).length, 0);
}

/** A path as the record writes it, of a path or a whole address, with the anchor of a row. */
function toPath(address: string): string {
  const { pathname, hash } = new URL(address, 'https://site.invalid/');
  return (/\/[^/.]+$/.test(pathname) ? `${pathname}/` : pathname) + hash;
}
