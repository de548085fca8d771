/** The ways to search that are compared. `plain/` is written by `buildPlain`. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { WorkerReply } from '../../../src/search/engine/search-worker.ts';
import type { SearchRecord } from '../../../src/search/search-record.ts';
import type { Engine } from './measure-queries.ts';

/** @param site The folder that is served. @param records By project number. */
export function oursIn(site: string, records: readonly SearchRecord[], withFacets = false): Engine {
  const worker = readdirSync(join(site, '_astro')).find((name) => name.startsWith('search-worker'));
  if (worker === undefined) throw new Error('the site has no search worker');
  const script = `/_astro/${worker}`;
  const urls = records.map(({ url }) => url);
  const open: Engine['open'] = (page) =>
    page.evaluate(
      (given) => {
        const numbers = new Map(given.urls.map((url, number) => [url, number]));
        const thread = new Worker(given.script, { type: 'module' });
        window.findProjects = (text, limit) =>
          new Promise((resolve, reject) => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = ({ data }: MessageEvent<WorkerReply>) => {
              if (data.answer) resolve(data.answer.hits.map(({ url }) => numbers.get(url) ?? -1));
              else reject(new Error(`no answer to ${text}`));
              port1.close();
            };
            // Words by the letter, as the truth has them.
            const reading = { isLiteral: true, withWays: false, part: null };
            const query = {
              text,
              filters: {},
              sort: 'relevance',
              limit,
              ...reading,
              withFacets: given.withFacets,
            };
            thread.postMessage({ base: `${location.origin}/pagefind/`, query }, [port2]);
          });
      },
      { script, urls, withFacets },
    );
  return { path: 'search/', open };
}

/** Default Pagefind over plain pages. */
export const PLAIN: Engine = {
  path: 'plain/',
  open: (page) =>
    page.evaluate(async (script) => {
      interface Result {
        id: string;
        data: () => Promise<{ url: string }>;
      }
      const { search } = (await import(script)) as {
        search: (text: string) => Promise<{ results: Result[] }>;
      };
      const numbers = new Map<string, number>();
      const load = async (result: Result) => {
        const { url } = await result.data();
        numbers.set(result.id, Number(/(\d+)\/$/.exec(url)?.[1]));
      };
      window.findProjects = async (text, limit) => {
        const { results } = await search(text);
        await Promise.all(results.slice(0, limit).map(load));
        return results.map(({ id }) => numbers.get(id) ?? -1);
      };
    }, '/plain/pagefind/pagefind.js'),
};

/** `includes()` over one JSON. Queries must be folded. */
export const JSON_FILE: Engine = {
  path: 'plain/',
  open: (page) =>
    page.evaluate(async () => {
      const cells = (await (await fetch('/plain/all.json')).json()) as string[][];
      window.findProjects = (text) => {
        const words = text.split(' ');
        const numbers = cells.flatMap((texts, number) =>
          words.every((word) => texts.some((cell) => cell.includes(word))) ? [number] : [],
        );
        return Promise.resolve(numbers);
      };
    }),
};
