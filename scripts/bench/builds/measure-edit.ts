import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { VFile } from 'vfile';
import { findSources } from '../../../src/content/find-sources.ts';
import { readDisclosure } from '../../../src/content/read-disclosure.ts';
import { spawnGroup } from '../spawn-group.ts';

/** What `npm run dev` lets staff wait for, in seconds. */
export interface Edit {
  /** From the command to the first answer of a project's page. */
  start: number;
  /** From the moment a cell is saved to the page that shows it, for each edit. */
  edits: readonly number[];
}

const EDITS = 5;
/** Milliseconds from one edit to the next: meanwhile Astro writes all entries to its file, and answers nobody. */
const REST = 6000;
/** Milliseconds between two looks at the page. */
const PAUSE = 50;
/** Seconds after which the page is taken to come never. */
const PATIENCE = 1800;

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Edits one cell of a content folder under `astro dev`, several times with rests between; it is as it was afterwards. */
export async function measureEdit(content: string): Promise<Edit> {
  const { file, text, cell, id } = await firstCell(content);
  const port = await freePort();
  const address = `http://127.0.0.1:${port}/${id}/`;
  const astro = join(root, 'node_modules/astro/bin/astro.mjs');
  const server = spawnGroup(process.execPath, [astro, 'dev', '--host', '127.0.0.1', '--port', String(port)], {
    cwd: root,
    env: { JIXIAO_CONTENT: content, ASTRO_TELEMETRY_DISABLED: '1' },
  });
  const shows = async (expected: string): Promise<number> => {
    const begin = performance.now();
    while (!(await readPage(address)).includes(expected)) {
      const seconds = (performance.now() - begin) / 1000;
      if (server.child.exitCode !== null || seconds > PATIENCE)
        throw new Error(`astro dev does not show ${expected} at ${address}:\n${server.said()}`);
      await wait(PAUSE);
    }
    return (performance.now() - begin) / 1000;
  };
  try {
    const start = await shows(cell);
    const edits: number[] = [];
    for (let number = 1; number <= EDITS; number += 1) {
      await wait(REST);
      const other = `${cell}（第${number}次修改）`;
      writeFileSync(file, text.replace(`\t${cell}\t`, `\t${other}\t`));
      edits.push(await shows(other));
    }
    return { start, edits };
  } finally {
    if (server.child.exitCode === null) {
      server.stop();
      await once(server.child, 'exit');
    }
    writeFileSync(file, text);
  }
}

/** The name of the first project's first indicator, and the page that shows it. */
async function firstCell(content: string) {
  const [path = ''] = await findSources(content);
  const file = join(content, path);
  const text = readFileSync(file, 'utf8');
  const { projects } = readDisclosure(new VFile({ path, value: text }));
  const [project] = projects;
  const cell = project?.indicators[0]?.name;
  if (!project || cell === undefined || !text.includes(`\t${cell}\t`))
    throw new Error(`${path} has no cell to edit`);
  return { file, text, cell, id: project.id };
}

/** Empty while nobody answers, or the answer is an error. */
async function readPage(address: string): Promise<string> {
  try {
    const response = await fetch(address);
    const text = await response.text();
    return response.ok ? text : '';
  } catch {
    return '';
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
