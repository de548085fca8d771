import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { VFile } from 'vfile';
import { findSources } from '../../../src/content/find-sources.ts';
import { readDisclosure } from '../../../src/content/read-disclosure.ts';
import { spawnServer } from '../../browser/spawn-server.ts';

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

/** Edits one cell under `astro dev` several times, then restores the file. */
export async function measureEdit(content: string): Promise<Edit> {
  const { file, text, cell, id } = await firstCell(content);
  const begin = performance.now();
  const server = spawnServer(
    process.execPath,
    ['node_modules/astro/bin/astro.mjs', 'dev', '--host', '127.0.0.1', '--port', '0'],
    { ...process.env, JIXIAO_CONTENT: content, ASTRO_TELEMETRY_DISABLED: '1' },
  );
  try {
    const page = (await server.waitFor(/http:\/\/127\.0\.0\.1:\d+\//)) + `${id}/`;
    const start = await secondsUntil(page, cell, begin);
    const edits: number[] = [];
    for (let number = 1; number <= EDITS; number += 1) {
      await wait(REST);
      const edited = `${cell}（第${number}次修改）`;
      writeFileSync(file, text.replace(`\t${cell}\t`, `\t${edited}\t`));
      edits.push(await secondsUntil(page, edited, performance.now()));
    }
    return { start, edits };
  } finally {
    await server.close();
    writeFileSync(file, text);
  }
}

/** Requests the page until it contains the text. Throws after `PATIENCE`. */
async function secondsUntil(page: string, text: string, begin: number): Promise<number> {
  for (;;) {
    const isShown = await fetch(page).then(
      async (response) => response.ok && (await response.text()).includes(text),
      () => false,
    );
    const seconds = (performance.now() - begin) / 1000;
    if (isShown) return seconds;
    if (seconds > PATIENCE) throw new Error(`astro dev does not show ${text} at ${page}`);
    await wait(PAUSE);
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
