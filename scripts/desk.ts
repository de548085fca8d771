/**
 * `npm run desk [-- --port 4322 --no-open]`: opens 工作台 in the browser: publishing without a terminal.
 *
 * It is served on this computer alone, at an address that holds a secret.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { describeFailure } from '../src/build/publish/describe-failure.ts';
import { contentFolder, outputFolder } from '../src/content/content-folder.ts';
import { deskState } from '../src/desk/desk.ts';
import { rememberRunning, runningDesk } from '../src/desk/running-desk.ts';
import { serveDesk } from '../src/desk/serve-desk.ts';
import { parseOptions } from './parse-options.ts';

const { values } = parseOptions({
  options: { port: { type: 'string', default: '0' }, 'no-open': { type: 'boolean', default: false } },
});
const root = join(import.meta.dirname, '..');
const port = Number(values.port);
if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  console.error(`端口“${values.port}”应为 0 到 65535 的整数，如 --port 4322`);
  process.exitCode = 2;
} else
  try {
    const places = { root, folder: contentFolder(root), out: outputFolder(root) };
    const state = deskState(root, places.folder);
    const open = await runningDesk(state);
    const address = open ?? (await serveDesk(places, port)).address;
    if (open === null) rememberRunning(state, address);
    console.log(`工作台在 ${address}`);
    console.log(
      open === null ? '这个窗口关掉，工作台就关了；放进来的表都留着。' : '工作台已经在另一个窗口里开着。',
    );
    if (!values['no-open']) openInBrowser(address);
  } catch (error) {
    const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
    console.error(
      isTaken
        ? `端口 ${port} 已经有程序在用；请换一个，如 --port 0`
        : describeFailure(error, '工作台没有打开；放进来的表都留着。'),
    );
    // It may be served already.
    process.exit(1);
  }

/** Where it can't be opened, the address is on the screen. */
function openInBrowser(address: string): void {
  const [command, args] =
    process.platform === 'win32'
      ? ['cmd', ['/c', 'start', '', address]]
      : [process.platform === 'darwin' ? 'open' : 'xdg-open', [address]];
  const opener = spawn(command, args, { stdio: 'ignore', detached: true });
  opener.once('error', () => {
    console.log('没有打开浏览器；请把上面的网址复制到浏览器里。');
  });
  opener.unref();
}
