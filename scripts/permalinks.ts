/**
 * `npm run permalinks [-- --moved OLD NEW]`: records every URL of the site, and every row's link, in `content/permalinks.json`.
 *
 * `--moved` redirects an old URL that is gone to a new one. Exit 1 while a recorded URL would vanish.
 */
import { join } from 'node:path';
import { describeFailure } from '../src/build/publish/describe-failure.ts';
import { contentFolder } from '../src/content/content-folder.ts';
import { readHistory } from '../src/content/content-history.ts';
import { openContent } from '../src/content/open-content.ts';
import { VERSIONS } from '../src/content/recorded-versions.ts';
import { formatDay } from '../src/display/format-day.ts';
import { PERMALINKS } from '../src/identity/permalinks.ts';
import { recordPermalinks } from '../src/redirects/record-permalinks.ts';
import { recordVersions } from '../src/revisions/record-versions.ts';
import { parseOptions } from './parse-options.ts';

const root = join(import.meta.dirname, '..');
const { values, positionals } = parseOptions({
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

async function run(): Promise<string> {
  const [from, to, ...more] = positionals;
  const isMove = from !== undefined && to !== undefined && more.length === 0;
  if (values.moved ? !isMove : from !== undefined)
    return '用法：npm run permalinks [-- --moved 旧网址 新网址]';
  const folder = contentFolder(root);
  const content = await openContent({ root, folder });
  const recorded = recordPermalinks(content, isMove ? [from, to] : null);
  for (const line of recorded.done) console.log(line);
  if (recorded.problem !== '') return recorded.problem;
  // Git keeps the versions of a content that is in it.
  if (readHistory(folder).commit !== null) return '';
  const versions = recordVersions(content, formatDay(new Date()));
  if (versions > 0) console.log(`${VERSIONS}：新登记 ${versions} 个文件的版本，网站由此知道公布以后改了什么`);
  return '';
}
