import { existsSync, readFileSync, statSync } from 'node:fs';
import { extname, join, sep } from 'node:path';
import { Hono } from 'hono';
import { toPacked } from '../build/publish/pack-site.ts';
import { baseOfSite } from './base-of-site.ts';
import { guard, type Gate } from './guard.ts';

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.xml': 'application/xml',
};

/**
 * A built site, with relative links, as `npm run pack` writes it. Its origin is not the desk's, so that no page of it can ask the
 * desk anything.
 *
 * @param out The site's folder, absolute; it need not be there.
 */
export function siteApp(gate: Gate, out: string): Hono {
  const app = new Hono();
  app.use(guard(gate));
  app.get('*', (context) => {
    const path = decoded(context.req.path.slice(gate.token.length + 1));
    const file = path === null ? null : fileOf(out, path);
    if (file === null) return context.body(null, 404);
    const bytes = toPacked(baseOfSite(out), file, readFileSync(join(out, file)));
    const type = TYPES[extname(file)] ?? 'application/octet-stream';
    return context.body(new Uint8Array(bytes), 200, { 'content-type': type });
  });
  return app;
}

/** Null: it is no text. */
function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}

/** A file of the site, with slashes. Null: there is none. */
function fileOf(out: string, path: string): string | null {
  const whole = join(out, path.endsWith('/') ? `${path}index.html` : path);
  if (path.includes('\0') || !whole.startsWith(out + sep)) return null;
  if (!existsSync(whole) || !statSync(whole).isFile()) return null;
  return whole.slice(out.length + 1).replaceAll('\\', '/');
}
