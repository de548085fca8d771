import { ENGINE } from '../index-format.ts';
import type { SearchRecord } from '../search-record.ts';
import {
  RECORDS_IN_FILE,
  type BodyAddresses,
  type NameList,
  type Pinyin,
  type QuantityKind,
  type QuantityList,
  type SearchTable,
  type Sounds,
} from '../search-table.ts';
import { toProjectTable, type ProjectTable } from './filter-projects.ts';
import { loadOnce } from './load-once.ts';
import { toRowTable, type RowTable } from './row-table.ts';
import { openPagefind, type PagefindModule, type PagefindSearch } from './open-pagefind.ts';

/** Where search gets its files from. */
export interface SearchFiles {
  /** Loads a file of `pagefind/`; its path may end in `?v=…`. Rejects if it can't be loaded. */
  load: (path: string) => Promise<Response>;
  /** Imports `pagefind.js`. */
  importClient: () => Promise<PagefindModule>;
}

/** Everything that search loads: each file when it is first needed, and once. A failed request is repeated on the next call. */
export interface SearchData {
  projects: () => Promise<ProjectTable>;
  pagefind: () => Promise<PagefindSearch>;
  names: () => Promise<NameList>;
  pinyin: () => Promise<Pinyin>;
  sounds: () => Promise<Sounds>;
  bodies: () => Promise<BodyAddresses>;
  quantities: (kind: QuantityKind) => Promise<QuantityList>;
  rows: () => Promise<RowTable>;
  /** The record of a project, by its number. */
  record: (number: number) => Promise<SearchRecord>;
}

export function toSearchData(files: SearchFiles): SearchData {
  const projects = loadOnce(async () => {
    const response = await files.load('table.json');
    return toProjectTable((await response.json()) as SearchTable);
  });
  const loadJson = loadOnce(async (path: string): Promise<unknown> => (await loadVersion(path)).json());
  // It depends on Pagefind's version alone, so it need not wait for the table; and all bundles share it.
  const engine = loadOnce(async () => (await files.load(ENGINE)).arrayBuffer());
  const names = () => loadJson('names.json') as Promise<NameList>;

  return {
    projects,
    pagefind: loadOnce(async () => {
      const [client, { table }] = await Promise.all([files.importClient(), projects(), engine()]);
      const { index, scale } = table;
      const load = async (path: string) =>
        path === ENGINE ? new Response(await engine()) : loadVersion(path);
      return openPagefind(client, { index, projects: scale.length, load });
    }),
    names,
    rows: loadOnce(async () => toRowTable(await names())),
    pinyin: () => loadJson('pinyin.json') as Promise<Pinyin>,
    sounds: () => loadJson('sounds.json') as Promise<Sounds>,
    bodies: () => loadJson('bodies.json') as Promise<BodyAddresses>,
    quantities: (kind) => loadJson(`quantities/${kind}.json`) as Promise<QuantityList>,
    async record(number) {
      const path = `records/${Math.floor(number / RECORDS_IN_FILE)}.json`;
      const record = ((await loadJson(path)) as SearchRecord[])[number % RECORDS_IN_FILE];
      if (!record) throw new Error(`${path} has no record ${number}`);
      return record;
    },
  };

  /** A file of the same build as the table, whatever the browser has cached. */
  async function loadVersion(path: string): Promise<Response> {
    const { table } = await projects();
    return files.load(`${path}?v=${table.version}`);
  }
}

/** Search files over the network. @param base Address of `pagefind/`, ending in a slash. */
export function fetchFiles(base: string): SearchFiles {
  return {
    async load(path) {
      const response = await fetch(`${base}${path}`);
      if (!response.ok) throw new Error(`${path}: ${response.status}`);
      return response;
    },
    // Chromium of 2018 has `import()`, but not in workers; there search runs on the page.
    importClient: () => import(/* @vite-ignore */ `${base}pagefind.js`) as Promise<PagefindModule>,
  };
}
