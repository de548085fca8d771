import { spawnServer } from './spawn-server.ts';

export interface ServedSite {
  /** With a slash at the end. */
  address: string;
  /** Stops the server. */
  close: () => Promise<void>;
}

/** Serves `JIXIAO_OUT` or `dist/` with `npm run preview`, on a free port. Throws with its output if it does not start. */
export async function serveBuiltSite(env: NodeJS.ProcessEnv = process.env): Promise<ServedSite> {
  const { stdout, stderr, close } = spawnServer(process.execPath, ['scripts/preview.ts', '--port', '0'], env);
  let printed = '';
  stderr.on('data', (chunk) => (printed += String(chunk)));
  for await (const chunk of stdout) {
    printed += String(chunk);
    const address = /http:\/\/127\.0\.0\.1:\d+\//.exec(printed)?.[0];
    if (address !== undefined) return { address, close };
  }
  await close();
  throw new Error(`npm run preview printed no address:\n${printed}`);
}
