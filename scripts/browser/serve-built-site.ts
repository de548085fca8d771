import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** The built site, served on this machine. */
export interface ServedSite {
  /** Its address, with a slash at its end. */
  address: string;
  /** Ends the server. */
  close: () => Promise<void>;
}

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Serves what `JIXIAO_OUT` or `dist/` holds with `npm run preview`. Throws with what that printed where it does not start. */
export async function serveBuiltSite(
  port: number,
  env: NodeJS.ProcessEnv = process.env,
): Promise<ServedSite> {
  const server = spawn(process.execPath, ['scripts/preview.ts', '--port', String(port)], { cwd: root, env });
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
