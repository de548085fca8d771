/**
 * In: a project and its content folder.
 * Out: the desk on this computer, at an address that nobody else knows.
 */
import { randomBytes } from 'node:crypto';
import type { AddressInfo, Server } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { deskApp } from './desk-app.ts';
import { deskState } from './desk.ts';
import { siteApp } from './site-app.ts';
import { stagedSite } from './stage/stage.ts';

/** Only this computer. */
const HOST = '127.0.0.1';
/** A whole file is here in less than a second; whoever sends it byte by byte is cut off. */
const TIMES = { headersTimeout: 5_000, requestTimeout: 10_000, connectionsCheckingInterval: 1_000 };
const MOST_CONNECTIONS = 200;

export interface DeskServer {
  /** With the token, and a slash at the end. */
  address: string;
  close: () => void;
}

/** @param port 0: any that is free. Rejects where it is taken. */
export async function serveDesk(
  { root, folder, out }: { root: string; folder: string; out: string },
  port: number,
): Promise<DeskServer> {
  const [desk, site, preview] = [open(), open(), open()];
  await Promise.all([listen(desk.server, port), ...[site, preview].map(({ server }) => listen(server, 0))]);
  const state = deskState(root, folder);
  const serve = (served: typeof site, built: string): string => {
    const gate = { ...served.gate(), isLinked: true };
    served.use(siteApp(gate, built));
    return `${gate.origin}/${gate.token}/`;
  };
  const addresses = { site: serve(site, out), preview: serve(preview, stagedSite(state)) };
  const gate = desk.gate();
  const base = `/${gate.token}`;
  desk.use(deskApp({ root, folder, out, state, base, ...addresses }, gate));
  return {
    address: `${gate.origin}${base}/`,
    close: () => {
      for (const { server } of [desk, site, preview]) server.close();
    },
  };
}

interface App {
  fetch: (request: Request) => Response | Promise<Response>;
}

/** A server whose app is made when its port is open. */
function open() {
  const token = randomBytes(16).toString('hex');
  let app: App = { fetch: () => new Response(null, { status: 503 }) };
  const server = createAdaptorServer({
    fetch: (request) => app.fetch(request),
    serverOptions: TIMES,
  }) as Server;
  server.maxConnections = MOST_CONNECTIONS;
  return {
    server,
    gate: () => ({ token, origin: `http://${HOST}:${(server.address() as AddressInfo).port}` }),
    use: (made: App) => {
      app = made;
    },
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, HOST, () => {
      server.off('error', reject);
      resolve();
    });
  });
}
