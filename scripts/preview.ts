/** `npm run preview [-- --port 4321]`: serves the built site on this machine. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { preview } from 'astro';
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
  const server = await preview({
    ...{ root, outDir, configFile: false, trailingSlash: 'ignore', logLevel: 'warn' },
    base: `${base}/`,
    server: { host: '127.0.0.1', port },
  });
  console.log(`网站在 http://127.0.0.1:${server.port}${base}/ （按 Ctrl+C 停止）`);
} else {
  console.error(`${outDir} 里没有网站；请先运行 npm run build`);
  process.exitCode = 1;
}
