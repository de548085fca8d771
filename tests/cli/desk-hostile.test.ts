/** What reaches the desk's port, and does not come from its pages: nothing is served, and it goes on. */
import { existsSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { spawnServer, type Server } from '../../scripts/browser/spawn-server.ts';
import { plainEnvironment, runScript } from '../helpers/run-script.ts';
import { tempFolders } from '../helpers/temp-folders.ts';
import { writeFiles } from '../helpers/write-files.ts';

const SECRET = 'nobody reads this';
/** Id of a state that is kept. */
const STATE = '20260312T080000000Z';
const folder = tempFolders()();
const env = { JIXIAO_CONTENT: join(folder, 'content'), JIXIAO_OUT: join(folder, 'out') };
let server: Server;
let desk: URL;
let site: URL;

beforeAll(async () => {
  writeFiles(folder, {
    'out/index.html': '<html lang="zh-CN">',
    'secret.txt': SECRET,
    'content/secret.txt': SECRET,
  });
  server = spawnServer(process.execPath, ['scripts/desk.ts', '--no-open'], plainEnvironment(env));
  desk = new URL(await server.waitFor(/http:\/\/127\.0\.0\.1:\d+\/\w+\//));
  const start = await (await fetch(desk)).text();
  site = new URL(/http:\/\/127\.0\.0\.1:\d+\/\w+\//.exec(start.replaceAll(desk.href, ''))?.[0] ?? '');
});
afterAll(() => server.close());

interface Answer {
  /** 0: the connection was closed without an answer. */
  status: number;
  body: string;
}

/** Sends bytes as they are, and reads until the other side closes. @param body More of them, one after the other. */
function send(
  to: URL,
  head: readonly string[],
  body: AsyncIterable<string | Buffer> | string = '',
): Promise<Answer> {
  return new Promise((resolve) => {
    const socket = connect(Number(to.port), '127.0.0.1');
    let text = '';
    const end = () => {
      socket.destroy();
      const [top = '', ...rest] = text.split('\r\n\r\n');
      resolve({ status: Number(/^HTTP\/1\.1 (\d+)/.exec(top)?.[1] ?? 0), body: rest.join('\r\n\r\n') });
    };
    socket.setTimeout(30_000, end);
    socket.on('data', (chunk) => (text += String(chunk)));
    socket.on('error', end);
    socket.on('close', end);
    socket.write(`${head.join('\r\n')}\r\n\r\n`);
    if (typeof body === 'string') socket.write(body);
    else
      void (async () => {
        for await (const chunk of body) if (!socket.destroyed) socket.write(chunk);
      })();
  });
}

const get = (to: URL, path: string, ...headers: string[]) =>
  send(to, [`GET ${path} HTTP/1.1`, `Host: ${to.host}`, 'Connection: close', ...headers]);
const post = (
  to: URL,
  path: string,
  headers: readonly string[],
  body: AsyncIterable<string | Buffer> | string = '',
) => send(to, [`POST ${path} HTTP/1.1`, `Host: ${to.host}`, 'Connection: close', ...headers], body);
const own = (to: URL) => `Origin: ${to.origin}`;
const form = 'Content-Type: application/x-www-form-urlencoded';
const file = 'Content-Type: application/octet-stream';

/** All of it was refused: no page, no redirect, nothing of a file. */
function expectRefused(answers: readonly Answer[]): void {
  expect(answers.filter(({ status }) => status !== 0 && status < 400)).toEqual([]);
  expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
  expect(answers.filter(({ body }) => body.includes(SECRET))).toEqual([]);
}

describe('nothing is served', () => {
  test('to 40 requests of other origins, with the right token', async () => {
    const origins = [
      'https://evil.example',
      'null',
      `${desk.origin}.evil.example`,
      'http://localhost',
      site.origin,
    ];
    const forms = ['stop', 'go-on', 'retry', 'publish', `back/${STATE}`];
    const answers = origins.flatMap((origin) => [
      ...forms.map((path) =>
        post(desk, desk.pathname + path, [`Origin: ${origin}`, form, 'Content-Length: 0']),
      ),
      post(desk, `${desk.pathname}drop?name=a.txt`, [`Origin: ${origin}`, file, 'Content-Length: 1'], 'a'),
      get(desk, desk.pathname, `Origin: ${origin}`),
      get(desk, desk.pathname, 'Sec-Fetch-Site: cross-site'),
    ]);
    expectRefused(await Promise.all(answers));
  });

  test('to 20 requests for other hosts, with the right token', async () => {
    const hosts = [
      'evil.example',
      `evil.example:${desk.port}`,
      `localhost:${desk.port}`,
      '127.0.0.1',
      '[::1]',
    ];
    const answers = hosts.flatMap((host) =>
      ['', 'help', 'progress', 'desk.css'].map((path) =>
        send(desk, [`GET ${desk.pathname}${path} HTTP/1.1`, `Host: ${host}`, 'Connection: close']),
      ),
    );
    expectRefused(await Promise.all(answers));
  });

  test('to 25 requests without a token, or with another', async () => {
    const token = desk.pathname.slice(1, -1);
    const wrong = [
      '',
      token.slice(1),
      `${token}0`,
      token.toUpperCase().replace(/\d/g, 'A'),
      site.pathname.slice(1, -1),
    ];
    const answers = wrong.flatMap((given) =>
      ['/', '/help', '/desk.js', '/publish', '/history'].map((path) => get(desk, `/${given}${path}`)),
    );
    expectRefused(await Promise.all(answers));
  });

  test('to 36 paths that lead out of their folders, on the desk and on the site', async () => {
    const ways = [
      '../secret.txt',
      '..%2fsecret.txt',
      '%2e%2e/secret.txt',
      '..\\secret.txt',
      '..%5csecret.txt',
      '.%00./secret.txt',
    ];
    const answers = ways.flatMap((way) => [
      get(desk, `${desk.pathname}${way}`),
      get(desk, `${desk.pathname}read/${way}`),
      get(desk, `${desk.pathname}original/${way}`),
      get(desk, `${desk.pathname}history/${way}`),
      get(desk, `${desk.pathname}pdfjs/cmaps/${way}`),
      get(site, `${site.pathname}${way}`),
    ]);
    expectRefused(await Promise.all(answers));
  });

  test('to 8 requests with other methods, or with what is no file or no name', async () => {
    const drop = (name: string, type: string) =>
      post(desk, `${desk.pathname}drop?name=${name}`, [own(desk), type, 'Content-Length: 1'], 'a');
    const methods = ['PUT', 'DELETE', 'OPTIONS', 'TRACE'].map((method) =>
      send(desk, [
        `${method} ${desk.pathname} HTTP/1.1`,
        `Host: ${desk.host}`,
        own(desk),
        'Connection: close',
      ]),
    );
    const names = [
      drop('..%2f..%2fa.txt', file),
      drop('', file),
      drop('a%00.txt', file),
      drop('a.txt', 'Content-Type: text/plain'),
    ];
    expectRefused(await Promise.all([...methods, ...names]));
  });

  test('to 24 requests about forms from elsewhere, for files that are no forms, or for drafts that are not there', async () => {
    const body = 'name=a&sure=1';
    const length = `Content-Length: ${body.length}`;
    const paths = ['forms/own.yaml', 'forms/own.yaml/remove', 'teach/x', 'teach/x/keep'];
    const ways = ['..%2f..%2fsecret.txt', '..%5csecret.txt', '.%00.%2fown.yaml', '__proto__'];
    const answers = [
      ...paths.map((path) =>
        post(desk, desk.pathname + path, ['Origin: https://evil.example', form, length], body),
      ),
      ...ways.flatMap((way) => [
        get(desk, `${desk.pathname}forms/${way}`),
        get(desk, `${desk.pathname}teach/${way}`),
        post(desk, `${desk.pathname}forms/${way}`, [own(desk), form, length], body),
        post(desk, `${desk.pathname}forms/${way}/remove`, [own(desk), form, length], body),
        post(desk, `${desk.pathname}teach/${way}/keep`, [own(desk), form, length], body),
      ]),
    ];
    expectRefused(await Promise.all(answers));
    expect(readFileSync(join(folder, 'secret.txt'), 'utf8')).toBe(SECRET);
    expect(existsSync(join(folder, 'content', 'forms'))).toBe(false);
  });

  test('to 12 requests for states and answers that are none: nothing comes back, and nothing is built', async () => {
    const ids = ['..%2fmemory', '%2e%2e%2fmemory', STATE, 'x'.repeat(300)];
    const none = ids.map((id) => get(desk, `${desk.pathname}history/${id}`));
    expectRefused(await Promise.all(none));
    const asked = await Promise.all(
      ids.flatMap((id) => [
        get(desk, `${desk.pathname}history?back=${id}`),
        post(desk, `${desk.pathname}back/${id}`, [own(desk), form, 'Content-Length: 0']),
      ]),
    );
    expect(asked.filter(({ status }) => status >= 500)).toEqual([]);
    expect(asked.filter(({ body }) => body.includes('<dialog') || body.includes(SECRET))).toEqual([]);
    const { body } = await get(desk, `${desk.pathname}progress`);
    expect(body).toContain('null');
  });

  test('to 8 bodies that are too large, with or without a length', async () => {
    async function* endless() {
      for (let count = 0; count < 25; count += 1) {
        yield `${(1024 * 1024).toString(16)}\r\n`;
        yield Buffer.alloc(1024 * 1024);
        yield '\r\n';
        await new Promise((resolve) => setImmediate(resolve));
      }
      yield '0\r\n\r\n';
    }
    const drop = `${desk.pathname}drop?name=a.txt`;
    const large = 'x'.repeat(64 * 1024);
    expectRefused(
      await Promise.all([
        post(desk, drop, [own(desk), file, `Content-Length: ${4 * 1024 ** 3}`]),
        post(desk, drop, [own(desk), file, 'Transfer-Encoding: chunked'], endless()),
        ...['target', 'teach/x', 'teach/x/keep', `back/${STATE}`].map((path) =>
          post(desk, desk.pathname + path, [own(desk), form, `Content-Length: ${large.length}`], large),
        ),
        post(
          desk,
          `${desk.pathname}forms/own.yaml`,
          [own(desk), form, `Content-Length: ${8 * large.length}`],
          large.repeat(8),
        ),
        get(desk, `${desk.pathname}?${'a'.repeat(64 * 1024)}`),
      ]),
    );
    expect(existsSync(join(folder, 'content', 'disclosures'))).toBe(false);
  });

  test('to 4 bodies and heads that come byte by byte: they are cut off within seconds', async () => {
    async function* slow() {
      for (let count = 0; count < 25; count += 1) {
        yield 'a';
        await new Promise((resolve) => setTimeout(resolve, 1_000));
      }
    }
    const drop = `${desk.pathname}drop?name=a.txt`;
    const began = performance.now();
    const answers = await Promise.all([
      post(desk, drop, [own(desk), file, 'Content-Length: 1000'], slow()),
      post(desk, drop, [own(desk), file, 'Content-Length: 1000'], slow()),
      post(desk, `${desk.pathname}target`, [own(desk), form, 'Content-Length: 1000'], slow()),
      send(desk, [`GET ${desk.pathname} HTTP/1.1`, `Host: ${desk.host}`, 'X-Slow: '], slow()),
    ]);
    expectRefused(answers);
    expect(performance.now() - began).toBeLessThan(20_000);
  });

  test('to 50 at once', async () => {
    const answers = Array.from({ length: 50 }, (_, index) =>
      index % 2 === 0
        ? get(desk, `/${'0'.repeat(32)}/`)
        : post(
            desk,
            `${desk.pathname}drop?name=a.txt`,
            ['Origin: https://evil.example', file, 'Content-Length: 3'],
            'abc',
          ),
    );
    expectRefused(await Promise.all(answers));
  });
});

test('a second start leads to the desk that is open', () => {
  const { status, stdout } = runScript('desk', ['--no-open'], env);
  expect([status, stdout]).toEqual([0, `工作台在 ${desk.href}\n工作台已经在另一个窗口里开着。\n`]);
});

test('the desk goes on, nothing was dropped, and it printed no failure', async () => {
  const response = await fetch(desk);
  expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([200, null]);
  const page = await response.text();
  expect(page).toContain('把要公开的表');
  expect(page).not.toContain('还没有公开的');
  expect(server.printed().trim().split('\n').slice(2)).toEqual([]);
});
