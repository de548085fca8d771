import type { SearchRecord } from '../search-record.ts';
import { RECORDS_IN_FILE, type NameList, type Pinyin, type SearchTable } from '../search-table.ts';
import { toProjectTable, type ProjectTable } from './filter-projects.ts';
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
  /** The record of a project, by its number. */
  record: (number: number) => Promise<SearchRecord>;
}

export function toSearchData(files: SearchFiles): SearchData {
  const projects = once(async () => toProjectTable(await toJson<SearchTable>(files.load('table.json'))));
  const records = new Map<string, () => Promise<SearchRecord[]>>();

  return {
    projects,
    pagefind: once(async () => {
      const [client, { table, bundles }] = await Promise.all([files.importClient(), projects()]);
      return openPagefind(client, { index: table.index, bundles, load: loadVersion });
    }),
    names: once(() => toJson<NameList>(loadVersion('names.json'))),
    pinyin: once(() => toJson<Pinyin>(loadVersion('pinyin.json'))),
    async record(number) {
      const path = `records/${Math.floor(number / RECORDS_IN_FILE)}.json`;
      const load = records.get(path) ?? once(() => toJson<SearchRecord[]>(loadVersion(path)));
      records.set(path, load);
      const record = (await load())[number % RECORDS_IN_FILE];
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

function once<Value>(load: () => Promise<Value>): () => Promise<Value> {
  let loaded: Promise<Value> | undefined;
  return () => {
    loaded ??= load().catch((error: unknown) => {
      loaded = undefined;
      throw error;
    });
    return loaded;
  };
}

async function toJson<Content>(response: Promise<Response>): Promise<Content> {
  return (await (await response).json()) as Content;
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
