import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from './free-port.ts';
import type { ServedSite } from './serve-built-site.ts';

const sample = new URL('../nginx.conf', import.meta.url);

/** Serves a folder with `scripts/nginx.conf`, in which only the folder and the port are replaced. */
export async function serveWithNginx(dist: string): Promise<ServedSite> {
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'jixiao-nginx-'));
  const conf = join(folder, 'nginx.conf');
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${join(folder, name)};`,
  );
  writeFileSync(
    conf,
    [
      'include /etc/nginx/modules-enabled/*.conf;',
      ...(process.getuid?.() === 0 ? ['user root;'] : []),
      'daemon off; master_process on; worker_processes auto;',
      `pid ${join(folder, 'pid')}; error_log stderr warn;`,
      'events { worker_connections 1024; }',
      `http { access_log off; sendfile on; ${temporary.join(' ')}`,
      readFileSync(sample, 'utf8')
        .replace('listen 80;', `listen 127.0.0.1:${port};`)
        .replaceAll('/var/www/jixiao', dist),
      '}',
    ].join('\n'),
  );
  const server = spawn('/usr/sbin/nginx', ['-e', 'stderr', '-c', conf], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let printed = '';
  server.stderr.on('data', (chunk) => (printed += String(chunk)));
  const address = `http://127.0.0.1:${port}/`;
  for (let tries = 1; !(await isServed(address)); tries += 1) {
    if (server.exitCode !== null || tries === 100) throw new Error(`nginx does not start:\n${printed}`);
    await wait(50);
  }
  return {
    address,
    close: async () => {
      server.kill('SIGQUIT');
      await once(server, 'exit');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function isServed(address: string): Promise<boolean> {
  return fetch(address, { method: 'HEAD' }).then(
    () => true,
    () => false,
  );
}
