import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Load {
  requests: number;
  /** Requests a second. */
  rate: number;
  /** The time within which 99 of 100 requests were answered, as wrk prints it. */
  p99: string;
  /** Answers that are no 2xx or 3xx, and connections that failed. */
  errors: number;
}

/** Asks for the paths in turn, over 50 connections, for some seconds. Throws with wrk's words where it does not run. */
export function runWrk(address: string, paths: readonly string[], seconds: number): Load {
  const folder = mkdtempSync(join(tmpdir(), 'jixiao-wrk-'));
  const script = join(folder, 'paths.lua');
  const list = paths.map((path) => JSON.stringify(`/${path}`)).join(',\n');
  writeFileSync(
    script,
    `local paths = {\n${list}\n}\nlocal at = 0\nrequest = function()\n  at = at % #paths + 1\n` +
      '  return wrk.format("GET", paths[at], { ["Accept-Encoding"] = "br, gzip" })\nend\n',
  );
  const args = [
    '--threads',
    '2',
    '--connections',
    '50',
    '--duration',
    `${seconds}s`,
    '--latency',
    '--script',
    script,
    address,
  ];
  const { status, stdout, stderr } = spawnSync('wrk', args, { encoding: 'utf8' });
  rmSync(folder, { recursive: true });
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
