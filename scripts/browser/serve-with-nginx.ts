import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './free-port.ts';
import type { ServedSite } from './serve-built-site.ts';
import { spawnServer } from './spawn-server.ts';

interface NginxOptions {
  /** The sample of a server; its port and its folder are replaced. */
  server?: string;
  /** Directives of the main configuration, outside the sample. */
  http?: string;
}

/** A typical web host: it compresses text, and sends few headers. */
export const WEB_HOST = `server {
  listen 80;
  root /var/www/jixiao;
  include /etc/nginx/mime.types;
  default_type application/octet-stream;
  expires 10m;
  gzip on;
  gzip_comp_level 6;
  gzip_types text/css application/javascript application/json image/svg+xml;
}`;

/** Serves a folder with `scripts/nginx.conf` or another sample, on a free port. */
export async function serveWithNginx(
  dist: string,
  { server = readFileSync(new URL('../nginx.conf', import.meta.url), 'utf8'), http = '' }: NginxOptions = {},
): Promise<ServedSite> {
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
      `pid ${join(folder, 'pid')}; error_log stderr notice;`,
      'events { worker_connections 1024; }',
      `http { access_log off; sendfile on; ${temporary.join(' ')} ${http}`,
      server
        .replace('listen 80;', `listen 127.0.0.1:${port};`)
        .replaceAll(/\/(?:var\/www|srv)\/jixiao/g, dist),
      '}',
    ].join('\n'),
  );
  const nginx = spawnServer('/usr/sbin/nginx', ['-e', 'stderr', '-c', conf]);
  await nginx.waitFor(/start worker processes/);
  return {
    address: `http://127.0.0.1:${port}/`,
    close: async () => {
      await nginx.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
