/** Debian's nginx with the sample of this repository serves the built site as it should. */
import {
  cpSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { get, type IncomingMessage } from 'node:http';
import { extname, join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { serveWithNginx } from '../../scripts/browser/serve-with-nginx.ts';
import type { ServedSite } from '../../scripts/browser/serve-built-site.ts';
import { compressFiles } from '../../src/build/publish/compress-files.ts';
import { tempFolders } from '../helpers/temp-folders.ts';

const body = '2026/dongguan-zhishu-jiguan-gongwei';
const newFolder = tempFolders();
let dist: string;
let site: ServedSite;

beforeAll(async () => {
  dist = join(newFolder(), 'dist');
  cpSync(inject('dist'), dist, { recursive: true });
  writeFileSync(join(dist, '.secret'), 'x');
  mkdirSync(join(dist, '.git'));
  writeFileSync(join(dist, '.git/config'), 'x');
  mkdirSync(join(dist, 'bare'));
  writeFileSync(join(dist, 'bare/data.json'), '{}');
  writeFileSync(join(dist, 'bare/data.csv'), '\uFEFF名称\r\n');
  mkdirSync(join(dist, '2026/office/original'), { recursive: true });
  for (const ending of ['pdf', 'xlsx', 'txt'])
    writeFileSync(join(dist, `2026/office/original/office.original.${ending}`), '%PDF-');
  compressFiles(dist);
  site = await serveWithNginx(dist);
  return () => site.close();
});

interface Answer {
  status: number;
  headers: IncomingMessage['headers'];
  body: Buffer;
}

/** As fetch does, but without decompressing and with headers of our own. */
function ask(path: string, headers: Record<string, string> = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    get(new URL(path, site.address), { headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) });
      });
    }).on('error', reject);
  });
}

const SECURITY = {
  'content-security-policy': "frame-ancestors 'none'",
  'x-frame-options': 'DENY',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'cross-origin-opener-policy': 'same-origin',
  'strict-transport-security': 'max-age=31536000',
};

test.each(['', `${body}/`, `${body}/source.txt`, 'bare/data.json', 'page.js', 'no-such-page/', '.secret'])(
  '/%s comes with every header of security',
  async (path) => {
    const { headers } = await ask(path);
    expect(headers).toMatchObject(SECURITY);
    expect(headers.server).toBe('nginx');
  },
);

test.each([
  ['xlsx', 'attachment', "sandbox; frame-ancestors 'none'"],
  ['txt', 'attachment', "sandbox; frame-ancestors 'none'"],
  ['pdf', undefined, "frame-ancestors 'none'"],
])('an original that ends in .%s is a download, a PDF is shown', async (ending, disposition, policy) => {
  const { headers } = await ask(`2026/office/original/office.original.${ending}`);
  expect([headers['content-disposition'], headers['content-security-policy']]).toEqual([disposition, policy]);
});

test('every file is served with its bytes, type and charset', async () => {
  const TYPES: Record<string, string> = {
    '.html': 'text/html; charset=utf-8',
    '.css': 'text/css; charset=utf-8',
    '.js': 'application/javascript; charset=utf-8',
    '.json': 'application/json; charset=utf-8',
    '.csv': 'text/csv; charset=utf-8',
    '.txt': 'text/plain; charset=utf-8',
    '.svg': 'image/svg+xml; charset=utf-8',
    '.xml': 'text/xml; charset=utf-8',
    '.pdf': 'application/pdf',
    '.png': 'image/png',
    '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  };
  const files = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter(
    (path) =>
      statSync(join(dist, path)).isFile() &&
      !/\.(?:br|gz)$/.test(path) &&
      !/(?:^|\/)[._]/.test(path) &&
      path !== 'nginx-redirects.conf',
  );
  expect(files.length).toBeGreaterThan(70);
  for (const file of files.filter((path) => path !== '404.html')) {
    const { status, headers, body: bytes } = await ask(encodeURI(file));
    expect([file, status]).toEqual([file, 200]);
    expect(bytes.equals(readFileSync(join(dist, file))), file).toBe(true);
    expect([file, headers['content-type']]).toEqual([
      file,
      TYPES[extname(file)] ?? 'application/octet-stream',
    ]);
  }
});

describe('compressed files', () => {
  test.each([
    ['br', 'gzip, br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
  ] as const)('are served as %s to those who take it', async (encoding, accepted, decompress) => {
    const file = readFileSync(join(dist, body, 'index.html'));
    const { headers, body: bytes } = await ask(`${body}/`, { 'accept-encoding': accepted });
    expect(headers['content-encoding']).toBe(encoding);
    expect(headers.vary).toContain('Accept-Encoding');
    expect(decompress(bytes).equals(file)).toBe(true);
    const written = readFileSync(join(dist, body, `index.html.${encoding === 'br' ? 'br' : 'gz'}`));
    expect(bytes.equals(written)).toBe(true);
    expect(bytes.length).toBeLessThan(file.length / 3);
  });
});

describe('caching', () => {
  const hashed = () =>
    `_astro/${readdirSync(join(dist, '_astro')).find((name) => name.endsWith('.css')) ?? ''}`;
  const index = () => `pagefind/index/${readdirSync(join(dist, 'pagefind/index'))[0] ?? ''}`;

  test('files with a hash in their name are immutable', async () => {
    for (const path of [hashed(), index()])
      expect((await ask(path)).headers['cache-control']).toBe('public, max-age=31536000, immutable');
  });

  test.each(['', 'page.js', 'pagefind/table.json', 'pagefind/pagefind.js', `${body}/source.txt`, 'no-such/'])(
    '/%s is asked for again',
    async (path) => {
      const { headers } = await ask(path);
      expect(headers['cache-control']).toBe('no-cache');
    },
  );

  test('and answered with 304 while it is the same', async () => {
    const { headers } = await ask('');
    const etag = headers.etag ?? '';
    expect(etag).not.toBe('');
    expect((await ask('', { 'if-none-match': etag })).status).toBe(304);
  });
});

test('a part of a file can be asked for', async () => {
  const { status, headers, body: bytes } = await ask(`${body}/source.txt`, { range: 'bytes=10-29' });
  const file = readFileSync(join(dist, body, 'source.txt'));
  expect(status).toBe(206);
  expect(headers['content-range']).toBe(`bytes 10-29/${file.length}`);
  expect(bytes.equals(file.subarray(10, 30))).toBe(true);
  expect((await ask(`${body}/source.txt`, { range: 'bytes=99999999-' })).status).toBe(416);
});

test.each([
  'no-such-page',
  'no-such-page/',
  `${body}/nothing.json`,
  'bare/',
  '_astro/',
  '.secret',
  '.git/config',
  '.git/',
  '%2e%2e/%2e%2e/etc/passwd',
  '404.html',
  '_headers',
  'nginx-redirects.conf',
])('/%s is the page that says so, with 404', async (path) => {
  const { status, headers, body: bytes } = await ask(path);
  expect([status === 400 ? 404 : status, headers['content-type']]).toEqual([
    404,
    expect.stringContaining('text/html'),
  ]);
  if (status === 404) expect(bytes.equals(readFileSync(join(dist, '404.html')))).toBe(true);
});

test('a link that leads out of the site is not followed', async () => {
  const link = join(dist, 'linked.txt');
  symlinkSync('/etc/hostname', link);
  const { status } = await ask('linked.txt');
  rmSync(link);
  expect(status).toBe(404);
});

test('an address without its slash leads to the one that has it, on this host', async () => {
  const { status, headers } = await ask(body);
  expect(status).toBe(301);
  expect(headers.location).toBe(`/${body}/`);
});

test('scripts of other sites may read data, and pages they may not', async () => {
  for (const path of ['bare/data.json', 'bare/data.csv', `${body}/source.txt`, 'pagefind/table.json'])
    expect((await ask(path, { origin: 'https://example.org' })).headers['access-control-allow-origin']).toBe(
      '*',
    );
  for (const path of ['', 'page.js'])
    expect((await ask(path)).headers['access-control-allow-origin']).toBeUndefined();
});

test('nothing can be sent to it', async () => {
  expect((await fetch(site.address, { method: 'POST', body: 'x' })).status).toBe(405);
});

test('public/_headers says the same as the sample', () => {
  const text = readFileSync('public/_headers', 'utf8').toLowerCase();
  for (const [name, value] of Object.entries(SECURITY))
    expect(text).toContain(`${name}: ${value}`.toLowerCase());
  expect(text).toContain('max-age=31536000, immutable');
});
