/**
 * Publishes a file with a portable folder, as a browser does, and prints as JSON what it saw. It runs on the folder's own Node, in a
 * system with nothing else: `node publish-in-desk.ts LAUNCHER FILE WAITING`. `WAITING` is dropped last, and not published.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { basename } from 'node:path';
import { setTimeout } from 'node:timers/promises';

const [launcher = '', file = '', waiting = ''] = process.argv.slice(2);
/** Milliseconds. */
const LONGEST_BUILD = 240_000;

const desk = spawn(launcher, { stdio: ['ignore', 'pipe', 'inherit'] });
let printed = '';
desk.stdout.on('data', (chunk) => (printed += String(chunk)));
try {
  const first = await openDesk();
  const reading = await drop(file);
  const form = toForm(reading);
  await send(`publish/${idOf(reading)}`, form);
  const published = await waitForSite();
  const second = await drop(waiting);
  const seen = { printed, first, reading, form: Object.fromEntries(form), published, second };
  const hasNode = spawnSync('sh', ['-c', 'command -v node || command -v npm']).status === 0;
  console.log(JSON.stringify({ ...seen, hasNode, interfaces: Object.keys(networkInterfaces()) }));
} finally {
  const ended = once(desk, 'exit');
  if (desk.kill()) await ended;
}

async function openDesk(): Promise<string> {
  while (!/http:\S+\//.test(printed)) {
    if (desk.exitCode !== null) throw new Error(`The desk has ended: ${printed}`);
    await setTimeout(100);
  }
  return await textOf('');
}

function address(): URL {
  return new URL(/http:\S+\//.exec(printed)?.[0] ?? '');
}

/** A page of the desk. */
async function textOf(path: string): Promise<string> {
  const response = await fetch(new URL(path, address()));
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return await response.text();
}

async function send(path: string, body: URLSearchParams | Buffer): Promise<Response> {
  const type = body instanceof Buffer ? { 'content-type': 'application/octet-stream' } : undefined;
  const headers = { origin: address().origin, ...type };
  const init = { method: 'POST', headers, redirect: 'manual' } as const;
  const response = await fetch(new URL(path, address()), { ...init, body: body as BodyInit });
  if (response.status >= 400) throw new Error(`${path}: ${response.status}`);
  return response;
}

/** The page of a file that was dropped. */
async function drop(path: string): Promise<string> {
  const query = new URLSearchParams({ name: basename(path) });
  const { id } = (await (await send(`drop?${query}`, readFileSync(path))).json()) as { id: string };
  return await textOf(`read/${id}`);
}

function idOf(page: string): string {
  return /\/publish\/([^"]+)"/.exec(page)?.[1] ?? '';
}

/** The fields of the page as they are filled in. */
function toForm(page: string): URLSearchParams {
  const selects = [...page.matchAll(/<select[^>]* name="(\w+)"[^]*?<\/select>/g)].map(([text, name]) => [
    name,
    /<option value="([^"]*)"\s+selected/.exec(text)?.[1],
  ]);
  const inputs = [...page.matchAll(/<input\s+type="text"[^>]*?\sname="(\w+)"\s+value="([^"]*)"/g)];
  const fields = [...selects, ...inputs.map(([, name, value]) => [name, value])];
  return new URLSearchParams(fields.map(([name = '', value = '']) => [name, value]));
}

async function waitForSite(): Promise<string> {
  for (let waited = 0; waited < LONGEST_BUILD; waited += 500) {
    const page = await textOf('publish');
    if (!page.includes('正在做网站')) return page;
    await setTimeout(500);
  }
  throw new Error('The site is not built yet');
}
