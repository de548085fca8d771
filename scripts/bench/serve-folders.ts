import { once } from 'node:events';
import { readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Text formats, which are compressed. */
const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

/**
 * A local static server that caches and compresses like a typical web host.
 *
 * @param folders Folders by URL prefix; the first prefix that matches is used.
 */
export async function serveFolders(
  folders: readonly (readonly [prefix: string, folder: string])[],
): Promise<{ address: string; close: () => void }> {
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent((request.url ?? '/').replace(/\?.*/, '')));
    const [prefix = '', folder = ''] = folders.find(([start]) => path.startsWith(start)) ?? [];
    const file = join(folder, path.slice(prefix.length), path.endsWith('/') ? 'index.html' : '');
    if (folder === '' || !statSync(file, { throwIfNoEntry: false })?.isFile()) {
      response.writeHead(404).end();
      return;
    }
    const type = TYPES[extname(file)];
    response.writeHead(200, {
      'content-type': type ?? 'application/octet-stream',
      'cache-control': 'max-age=600',
      ...(type === undefined ? {} : { 'content-encoding': 'gzip' }),
    });
    const content = readFileSync(file);
    response.end(type === undefined ? content : gzipSync(content));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}/`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
