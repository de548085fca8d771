import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export interface ServedSite {
  /** With a slash at the end. */
  address: string;
  /** Stops the server. */
  close: () => Promise<void>;
}

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Serves `JIXIAO_OUT` or `dist/` with `npm run preview`, on a free port. Throws with its output if it does not start. */
export async function serveBuiltSite(env: NodeJS.ProcessEnv = process.env): Promise<ServedSite> {
  const server = spawn(process.execPath, ['scripts/preview.ts', '--port', '0'], { cwd: root, env });
  let printed = '';
  server.stderr.on('data', (chunk) => (printed += String(chunk)));
  for await (const chunk of server.stdout) {
    printed += String(chunk);
    const address = /http:\/\/127\.0\.0\.1:\d+\//.exec(printed)?.[0];
    if (address === undefined) continue;
    return {
      address,
      close: async () => {
        server.kill();
        await once(server, 'exit');
      },
    };
  }
  throw new Error(`npm run preview printed no address:\n${printed}`);
}
