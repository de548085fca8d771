import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { VFile } from 'vfile';
import { findSources } from '../../../src/content/find-sources.ts';
import { readDisclosure } from '../../../src/content/read-disclosure.ts';
import { freePort } from '../../browser/free-port.ts';
import { spawnGroup } from '../measure-process.ts';

/** How long an editor waits for `npm run dev`, in seconds. */
export interface Edit {
  /** From the command to the first response with a project's page. */
  start: number;
  /** For each edit, from saving the file to the page that shows it. */
  edits: readonly number[];
}

const EDITS = 5;
/** Milliseconds between edits. Meanwhile Astro writes its data store and doesn't respond. */
const REST = 6000;
/** Milliseconds between requests for the page. */
const PAUSE = 50;
/** Timeout in seconds. */
const PATIENCE = 1800;

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Edits one cell under `astro dev` several times, then restores the file. */
export async function measureEdit(content: string): Promise<Edit> {
  const { file, text, cell, id } = await firstCell(content);
  const port = await freePort();
  const address = `http://127.0.0.1:${port}/${id}/`;
  const astro = join(root, 'node_modules/astro/bin/astro.mjs');
  const server = spawnGroup(process.execPath, [astro, 'dev', '--host', '127.0.0.1', '--port', String(port)], {
    cwd: root,
    env: { JIXIAO_CONTENT: content, ASTRO_TELEMETRY_DISABLED: '1' },
  });
  const secondsUntil = async (expected: string): Promise<number> => {
    const begin = performance.now();
    for (;;) {
      const page = await readPage(address);
      const seconds = (performance.now() - begin) / 1000;
      if (page.includes(expected)) return seconds;
      if (server.child.exitCode !== null || seconds > PATIENCE)
        throw new Error(`astro dev does not show ${expected} at ${address}:\n${server.printed()}`);
      await wait(PAUSE);
    }
  };
  try {
    const start = await secondsUntil(cell);
    const edits: number[] = [];
    for (let number = 1; number <= EDITS; number += 1) {
      await wait(REST);
      const edited = `${cell}（第${number}次修改）`;
      writeFileSync(file, text.replace(`\t${cell}\t`, `\t${edited}\t`));
      edits.push(await secondsUntil(edited));
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

/** The name of the first project's first indicator, and the id of the page that shows it. */
async function firstCell(content: string) {
  const [path = ''] = await findSources(content);
  const file = join(content, path);
  const text = readFileSync(file, 'utf8');
  const [project] = readDisclosure(new VFile({ path, value: text })).projects;
  const cell = project?.indicators[0]?.name;
  if (!project || cell === undefined || !text.includes(`\t${cell}\t`))
    throw new Error(`${path} has no cell to edit`);
  return { file, text, cell, id: project.id };
}

/** Empty if there is no response, or an error response. */
async function readPage(address: string): Promise<string> {
  try {
    const response = await fetch(address);
    return response.ok ? await response.text() : '';
  } catch {
    return '';
  }
}
