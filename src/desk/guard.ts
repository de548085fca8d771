/**
 * In: a request to the desk.
 * Out: whether it comes from a page of the desk on this computer. Whatever else asks gets nothing but a status.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';

export interface Gate {
  /** The desk's origin: `http://127.0.0.1:4322`. */
  origin: string;
  /** The first part of every path. Nobody can guess it. */
  token: string;
  /** Whether pages of other ports of this computer may link to it. */
  isLinked?: boolean;
}

/** The parts of a request that tell who sends it. Undefined: the header is missing. */
export interface Asked {
  method: string;
  /** `/<token>/…`. */
  path: string;
  host: string | undefined;
  origin: string | undefined;
  /** Sec-Fetch-Site. */
  site: string | undefined;
}

/** The status of a refusal, or null. */
export function refusalOf(asked: Asked, { origin, token, isLinked = false }: Gate): 403 | 404 | 405 | null {
  const { method, path, host, site } = asked;
  if (method !== 'GET' && method !== 'POST') return 405;
  // A name that somebody else has pointed at this computer has another host.
  if (host !== new URL(origin).host) return 403;
  if (asked.origin === undefined ? method === 'POST' : asked.origin !== origin) return 403;
  const sites = ['same-origin', 'none', ...(isLinked ? ['same-site'] : [])];
  if (site !== undefined && !sites.includes(site)) return 403;
  return isSame(path.split('/')[1] ?? '', token) ? null : 404;
}

/** Takes the same time for every wrong token. */
function isSame(given: string, token: string): boolean {
  const [a = Buffer.of(), b = Buffer.of(1)] = [given, token].map((text) =>
    createHash('sha256').update(text).digest(),
  );
  return timingSafeEqual(a, b);
}

/** Headers of every answer. */
const HEADERS = {
  'cache-control': 'no-store',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  // The token is in the address. With `no-referrer`, browsers would send forms with the origin `null`.
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
};

/** Of the desk's pages: styles and scripts are files, and nothing comes from elsewhere. */
export const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Refuses what does not come through the gate, before anything of it is read. */
export function guard(gate: Gate): MiddlewareHandler {
  return async (context, next) => {
    for (const [name, value] of Object.entries(HEADERS)) context.header(name, value);
    const { method, path } = context.req;
    const [host, origin, site] = ['host', 'origin', 'sec-fetch-site'].map((name) => context.req.header(name));
    const refusal = refusalOf({ method, path, host, origin, site }, gate);
    if (refusal !== null) return context.body(null, refusal);
    await next();
    return;
  };
}
