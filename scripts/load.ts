/**
 * `npm run load [-- --seconds 10 --projects 10000]`: the built site in nginx under wrk's load of 50 connections, which ask for
 * every page in turn. With `--projects` a site of so many is built first. Fails on the first answer that is an error.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { spawnSync } from 'node:child_process';
import { builtPages } from './browser/built-pages.ts';
import { serveWithNginx } from './browser/serve-with-nginx.ts';
import { runWrk } from './load/run-wrk.ts';
import { writeMany } from './load/write-many.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '10' },
    projects: { type: 'string' },
  },
});

const folder = mkdtempSync(join(tmpdir(), 'jixiao-load-'));
try {
  const dist = join(folder, 'dist');
  const content = values.projects === undefined ? undefined : join(folder, 'content');
  if (content !== undefined) writeMany(content, Number(values.projects));
  build(dist, content);
  const pages = builtPages(dist).filter((path) => path !== '404.html');
  const site = await serveWithNginx(dist);
  const { requests, rate, p99, errors } = runWrk(site.address, pages, Number(values.seconds));
  await site.close();
  console.log(
    `${pages.length} pages, ${values.seconds} s, 50 connections: ${requests} requests, ${rate.toFixed(0)} a second, p99 ${p99}, ${errors} errors`,
  );
  if (errors > 0 || requests === 0) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function build(dist: string, content: string | undefined): void {
  const env = {
    ...process.env,
    JIXIAO_OUT: dist,
    ...(content === undefined ? {} : { JIXIAO_CONTENT: content }),
  };
  const start = performance.now();
  const { status } = spawnSync(process.execPath, ['scripts/build.ts', '--compress'], {
    cwd: root,
    env,
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error('the site can not be built');
  console.log(`built in ${((performance.now() - start) / 1000).toFixed(1)} s`);
}
