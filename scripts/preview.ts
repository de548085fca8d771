/** `npm run preview [-- --port 4321]`: serves the built site on this machine. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { preview } from 'astro';
import { outputFolder } from '../src/content/content-folder.ts';

const root = join(import.meta.dirname, '..');
const outDir = outputFolder(root);
const { values } = parseArgs({ options: { port: { type: 'string', default: '4321' } } });

if (existsSync(join(outDir, 'index.html'))) {
  const server = await preview({
    ...{ root, outDir, configFile: false, trailingSlash: 'always', logLevel: 'warn' },
    server: { host: '127.0.0.1', port: Number(values.port) },
  });
  console.log(`网站在 http://127.0.0.1:${server.port}/ （按 Ctrl+C 停止）`);
} else {
  console.error(`${outDir} 里没有网站；请先运行 npm run build`);
  process.exitCode = 1;
}
