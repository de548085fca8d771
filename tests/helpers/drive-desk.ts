/** A desk that is used as its pages use it, by requests alone. */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { spawnServer } from '../../scripts/browser/spawn-server.ts';
import { deskState } from '../../src/desk/desk.ts';
import { plainEnvironment } from './run-script.ts';

export interface DrivenDesk {
  /** With the token, and a slash at the end. */
  address: string;
  /** Where it keeps what was dropped. */
  state: string;
  /** The text of a page, or of a redirect's target. @param path Without the token: `history`. */
  page: (path: string) => Promise<string>;
  /** Sends a form; the page that follows. */
  post: (path: string, fields?: Record<string, string>) => Promise<string>;
  /** Drops a file. Returns its id. */
  drop: (name: string, bytes: Uint8Array | string) => Promise<string>;
  /** Waits until nothing is built any more; the page that shows how it ended. */
  ended: () => Promise<string>;
  /** Waits until something is built. */
  isBuilding: () => Promise<boolean>;
  close: () => Promise<void>;
  /** Ends it at once, as a computer that is switched off does. */
  kill: () => void;
}

/** @param folder Has the content, and the site. @param env Of the desk, besides. */
export async function driveDesk(folder: string, env: Record<string, string> = {}): Promise<DrivenDesk> {
  const content = join(folder, 'content');
  const places = { JIXIAO_CONTENT: content, JIXIAO_OUT: join(folder, 'out'), ...env };
  const server = spawnServer(process.execPath, ['scripts/desk.ts', '--no-open'], plainEnvironment(places));
  const address = await server.waitFor(/http:\/\/127\.0\.0\.1:\d+\/\w+\//);
  const state = deskState(process.cwd(), content);
  const { origin } = new URL(address);
  const page = async (path: string) => (await fetch(address + path)).text();
  const progress = async () => (await (await fetch(`${address}progress`)).json()) as unknown;
  return {
    address,
    state,
    page,
    post: async (path, fields = {}) => {
      const body = new URLSearchParams(fields);
      return (await fetch(address + path, { method: 'POST', body, headers: { origin } })).text();
    },
    drop: async (name, bytes) => {
      const query = new URLSearchParams({ name });
      const headers = { origin, 'content-type': 'application/octet-stream' };
      const response = await fetch(`${address}drop?${query}`, {
        method: 'POST',
        body: Buffer.from(bytes),
        headers,
      });
      return ((await response.json()) as { id: string }).id;
    },
    ended: async () => {
      while ((await progress()) !== null) await new Promise((resolve) => setTimeout(resolve, 200));
      return page('publish');
    },
    isBuilding: async () => (await progress()) !== null,
    close: async () => {
      await server.close();
      rmSync(state, { recursive: true, force: true });
    },
    kill: () => {
      const { pid } = JSON.parse(readFileSync(join(state, 'running.json'), 'utf8')) as { pid: number };
      process.kill(pid, 'SIGKILL');
    },
  };
}

/** The words of a page. */
export function wordsOf(html: string): string {
  return html
    .slice(html.indexOf('<main'), html.indexOf('</main>'))
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/(?<=\p{Script=Han}|[，。；：？]) (?=\p{Script=Han}|[，。；：？“])/gu, '');
}
