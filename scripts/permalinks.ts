/**
 * `npm run permalinks [-- --moved OLD NEW]`: records every URL of the site, and every row's link, in `content/permalinks.json`.
 *
 * `--moved` redirects an old URL that is gone to a new one. Exit 1 while a recorded URL would vanish.
 */
import { join } from 'node:path';
import { describeFailure } from '../src/build/publish/describe-failure.ts';
import { contentFolder } from '../src/content/content-folder.ts';
import { openContent } from '../src/content/open-content.ts';
import { PERMALINKS } from '../src/identity/permalinks.ts';
import { recordPublished } from '../src/redirects/record-published.ts';
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
  const content = await openContent({ root, folder: contentFolder(root) });
  const recorded = recordPublished(content, isMove ? [from, to] : null);
  for (const line of recorded.done) console.log(line);
  return recorded.problem;
}
