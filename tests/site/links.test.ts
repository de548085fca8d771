/** A crawl of the site as nginx serves it: every address leads somewhere, every anchor is there, every download is the file it says. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, type HTMLElement } from 'node-html-parser';
import { beforeAll, expect, inject, test } from 'vitest';
import { builtPages } from '../../scripts/browser/built-pages.ts';
import { serveWithNginx } from '../../scripts/browser/serve-with-nginx.ts';

const dist = inject('dist');

interface Visited {
  status: number;
  type: string;
  bytes: Buffer;
  page: HTMLElement | null;
}
const visited = new Map<string, Visited>();
/** `page → address#anchor` of each link. */
const links: { from: string; path: string; anchor: string }[] = [];

beforeAll(async () => {
  const site = await serveWithNginx(dist);
  const { address } = site;
  const waiting = ['/'];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (visited.has(path)) continue;
    const response = await fetch(new URL(path, address), { redirect: 'manual' });
    const type = response.headers.get('content-type') ?? '';
    const bytes = Buffer.from(await response.arrayBuffer());
    const page = type.startsWith('text/html') ? parse(bytes.toString()) : null;
    visited.set(path, { status: response.status, type, bytes, page });
    for (const element of page?.querySelectorAll('[href], [src]') ?? []) {
      const url = new URL(
        element.getAttribute('href') ?? element.getAttribute('src') ?? '',
        new URL(path, address),
      );
      if (!url.href.startsWith(address)) continue;
      links.push({ from: path, path: url.pathname, anchor: decodeURIComponent(url.hash.slice(1)) });
      waiting.push(url.pathname);
    }
  }
  await site.close();
}, 120_000);

test('no link is broken', () => {
  expect(links.length).toBeGreaterThan(1000);
  const broken = links.filter(({ path }) => visited.get(path)?.status !== 200);
  expect(broken).toEqual([]);
});

test('no anchor is broken', () => {
  const anchored = links.filter(({ anchor }) => anchor !== '');
  expect(anchored.length).toBeGreaterThan(100);
  const broken = anchored.filter(({ path, anchor }) => !visited.get(path)?.page?.getElementById(anchor));
  expect(broken).toEqual([]);
});

test('every page can be reached from the home page by links', () => {
  const unreached = builtPages(dist).filter((page) => page !== '404.html' && !visited.has(`/${page}`));
  expect(unreached).toEqual([]);
});

test('every file that is linked is served as it was built', () => {
  const files = [...visited].filter(([, { page }]) => page === null);
  expect(files.length).toBeGreaterThan(3);
  for (const [path, { bytes }] of files)
    expect([path, hashOf(bytes)]).toEqual([path, hashOf(readFileSync(join(dist, decodeURIComponent(path))))]);
});

test('the hash that a page tells of its source is that of the file it offers', () => {
  let told = 0;
  for (const { page } of visited.values()) {
    const [, hash] = /SHA-256：\s*([\da-f]{64})/.exec(page?.querySelector('#cite')?.textContent ?? '') ?? [];
    if (hash === undefined) continue;
    const source = page?.querySelector('#cite a[href$="/source.txt"]')?.getAttribute('href') ?? '';
    expect(hashOf(visited.get(source)?.bytes ?? Buffer.alloc(0))).toBe(hash);
    told += 1;
  }
  expect(told).toBe(7);
});

function hashOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
