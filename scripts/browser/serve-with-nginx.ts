import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ServedSite } from './serve-built-site.ts';

const sample = new URL('../nginx.conf', import.meta.url);

/** Serves a folder on this machine with `scripts/nginx.conf`, of which only the port, a free one, and the folder are changed. */
export async function serveWithNginx(dist: string): Promise<ServedSite> {
  const port = await findPort();
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
  await untilItAnswers(address, () => {
    if (server.exitCode !== null) throw new Error(`nginx does not start:\n${printed}`);
  });
  return {
    address,
    close: async () => {
      server.kill('SIGQUIT');
      await once(server, 'exit');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function findPort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => {
        resolve(port);
      });
    });
  });
}

async function untilItAnswers(address: string, check: () => void): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    check();
    try {
      await fetch(address, { method: 'HEAD' });
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  throw new Error(`nothing answers at ${address}`);
}
