import { spawnServer } from './spawn-server.ts';

export interface ServedSite {
  /** With a slash at the end. */
  address: string;
  /** Stops the server. */
  close: () => Promise<void>;
}

/** Serves `JIXIAO_OUT` or `dist/` with `npm run preview`, on a free port. Rejects with its output if it does not start. */
export async function serveBuiltSite(env = process.env): Promise<ServedSite> {
  const server = spawnServer(process.execPath, ['scripts/preview.ts', '--port', '0'], env);
  return { address: await server.waitFor(/http:\/\/127\.0\.0\.1:\d+\//), close: server.close };
}
