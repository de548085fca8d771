import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { encodeQuery } from '../encode-pairs.ts';
import { openPagefind, type PagefindModule } from '../engine/open-pagefind.ts';
import type { IndexTable } from '../search-table.ts';
import { toSearchable } from '../fold.ts';
import type { SearchRecord } from '../search-record.ts';

/**
 * Fails the build if Pagefind has changed: searches the written index with the written client, as a browser does.
 *
 * @param folder `pagefind/`.
 */
export async function checkClient(
  folder: string,
  index: IndexTable,
  records: readonly SearchRecord[],
): Promise<void> {
  const search = await openPagefind(await importClient(folder), {
    index,
    projects: records.length,
    load: async (path) => new Response(await readFile(join(folder, path))),
  });
  for (const number of new Set([0, records.length - 1])) {
    const start = toSearchable(records[number]?.name ?? '').text.slice(0, 2);
    if (start === '') continue;
    const isAlone = start.length === 1;
    const matches = await search(encodeQuery(start, isAlone));
    // Single characters follow the name's pairs; a digit that is a number comes before the digit.
    const position = isAlone ? 1 : 0;
    if (!matches.some((match) => match.number === number && match.positions[0] === position))
      throw new Error(`Pagefind has changed: its client doesn't find “${start}” in project ${number}`);
  }
}

/** As a data URL: Node takes a `.js` file outside a package for CommonJS. */
async function importClient(folder: string): Promise<PagefindModule> {
  const client = await readFile(join(folder, 'pagefind.js'), 'base64');
  return (await import(/* @vite-ignore */ `data:text/javascript;base64,${client}`)) as PagefindModule;
}
