/** `npm run preview [-- --port 4321]`: serves the built site on this machine. */
import { existsSync, readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join, posix } from 'node:path';
import { preview, type Plugin } from 'vite';
import { contentFolder, outputFolder } from '../src/content/content-folder.ts';
import { readSiteIdentity } from '../src/content/site-identity.ts';
import { baseOf } from '../src/identity/addresses-of.ts';
import { parseOptions } from './parse-options.ts';

const root = join(import.meta.dirname, '..');
const outDir = outputFolder(root);
const { values } = parseOptions({ options: { port: { type: 'string', default: '4321' } } });

const { identity } = readSiteIdentity(root, contentFolder(root));
const base = baseOf(identity.url);
const port = Number(values.port);

if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  console.error(`端口“${values.port}”应为 0 到 65535 的整数，如 --port 4321`);
  process.exitCode = 2;
} else if (existsSync(join(outDir, 'index.html'))) {
  // Astro's preview is this server, after a second of loading Astro.
  const server = await preview({
    ...{ root, base: `${base}/`, configFile: false, appType: 'mpa', logLevel: 'warn' },
    build: { outDir },
    preview: { host: '127.0.0.1', port },
    plugins: [answerLikeHosts()],
  });
  const { port: opened } = server.httpServer.address() as AddressInfo;
  console.log(`网站在 http://127.0.0.1:${opened}${base}/ （按 Ctrl+C 停止）`);
} else {
  console.error(`${outDir} 里没有网站；请先运行 npm run build`);
  process.exitCode = 1;
}

/** Answers as web hosts do what is no file: a folder without its slash by a redirect, all else by the 404 page. */
function answerLikeHosts(): Plugin {
  return {
    name: 'answer-like-hosts',
    configurePreviewServer: (server) => () => {
      server.middlewares.use(({ url = '' }, response, next) => {
        const [path = '', query] = url.split('?');
        if (path.endsWith('.html') && existsSync(join(outDir, path))) {
          next();
        } else if (existsSync(join(outDir, path, 'index.html'))) {
          const location = `${posix.basename(path)}/${query === undefined ? '' : `?${query}`}`;
          response.writeHead(301, { location }).end();
        } else {
          response
            .writeHead(404, { 'content-type': 'text/html' })
            .end(readFileSync(join(outDir, '404.html')));
        }
      });
    },
  };
}
