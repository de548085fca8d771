import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Load {
  requests: number;
  /** Requests per second. */
  rate: number;
  /** The 99th percentile of the latency, as printed by wrk. */
  p99: string;
  /** Responses other than 2xx and 3xx, and failed connections. */
  errors: number;
}

/** Requests the paths in turn over 50 connections. Throws with wrk's output if it fails. @param folder For temporary files. */
export function runWrk(folder: string, address: string, paths: readonly string[], seconds: number): Load {
  const script = join(folder, 'paths.lua');
  const list = paths.map((path) => JSON.stringify(`/${path}`)).join(',\n');
  writeFileSync(
    script,
    `local paths = {\n${list}\n}\nlocal at = 0\nrequest = function()\n  at = at % #paths + 1\n` +
      '  return wrk.format("GET", paths[at], { ["Accept-Encoding"] = "br, gzip" })\nend\n',
  );
  const options = `--threads 2 --connections 50 --duration ${seconds}s --latency --script`.split(' ');
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
