/**
 * `npm run load [-- --seconds 10 --projects 10000 --json]`: load test of the built site in nginx, with wrk and 50 connections that request
 * all pages in turn. `--projects` builds a generated site of that size. Exits with 1 if there are error responses.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateCorpus } from './bench/generate-corpus.ts';
import { builtPages } from './browser/built-pages.ts';
import { serveWithNginx } from './browser/serve-with-nginx.ts';
import { parseOptions } from './parse-options.ts';

const { values } = parseOptions({
  options: {
    seconds: { type: 'string', default: '10' },
    json: { type: 'boolean', default: false },
    projects: { type: 'string' },
  },
});
const folder = mkdtempSync(join(tmpdir(), 'jixiao-load-'));
try {
  const dist = join(folder, 'dist');
  const content = join(folder, 'content');
  if (values.projects !== undefined)
    generateCorpus({ projects: Number(values.projects), seed: 1, out: content });
  build(dist, values.projects === undefined ? {} : { JIXIAO_CONTENT: content });
  const pages = builtPages(dist).filter((path) => path !== '404.html');
  const site = await serveWithNginx(dist);
  const { requests, rate, p99, errors } = runWrk(site.address, pages);
  await site.close();
  console.log(
    `${pages.length} pages, ${values.seconds} s, 50 connections: ${requests} requests, ${rate.toFixed(0)} per second, p99 ${p99}, ${errors} errors`,
  );
  if (values.json) console.log(JSON.stringify({ cases: requests, failures: errors }));
  if (errors > 0 || requests === 0) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function build(dist: string, env: Record<string, string>): void {
  const start = performance.now();
  const { status } = spawnSync(process.execPath, ['scripts/build.ts', '--compress'], {
    cwd: join(import.meta.dirname, '..'),
    env: { ...process.env, ...env, JIXIAO_OUT: dist },
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error('the build failed');
  console.log(`built in ${((performance.now() - start) / 1000).toFixed(1)} s`);
}

/**
 * Requests the paths in turn over 50 connections. Throws with wrk's output if it fails.
 *
 * `rate` is in requests per second, `p99` the 99th percentile of the latency as wrk prints it; `errors` are responses other than
 * 2xx and 3xx, and failed connections.
 */
function runWrk(address: string, paths: readonly string[]) {
  const script = join(folder, 'paths.lua');
  const list = paths.map((path) => JSON.stringify(`/${path}`)).join(',\n');
  writeFileSync(
    script,
    `local paths = {\n${list}\n}\nlocal at = 0\nrequest = function()\n  at = at % #paths + 1\n` +
      '  return wrk.format("GET", paths[at], { ["Accept-Encoding"] = "br, gzip" })\nend\n',
  );
  const options = `--threads 2 --connections 50 --duration ${values.seconds}s --latency --script`.split(' ');
  const { status, stdout, stderr } = spawnSync('wrk', [...options, script, address], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`wrk failed: ${stdout}${stderr}`);
  const number = (pattern: RegExp) => Number(pattern.exec(stdout)?.[1] ?? 0);
  const sockets = /Socket errors: (.*)/.exec(stdout)?.[1]?.match(/\d+/g) ?? [];
  return {
    requests: number(/(\d+) requests in/),
    rate: number(/Requests\/sec:\s+([\d.]+)/),
    p99: /99%\s+(\S+)/.exec(stdout)?.[1] ?? '',
    errors:
      number(/Non-2xx or 3xx responses: (\d+)/) + sockets.reduce((sum, count) => sum + Number(count), 0),
  };
}
