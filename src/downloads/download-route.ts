import type { APIRoute, GetStaticPaths } from 'astro';
import { cacheKey } from '../site/cache-key.ts';
import { fileNames } from './data-files.ts';
import { keyOfSet } from './key-of-set.ts';
import { filesOf, publishedData } from './published-data.ts';

interface Props {
  /** The data set, and the name of the file in it. */
  id: string;
  name: string;
}

/**
 * The route of all downloads whose names end alike: `[...set]/[name].csv.ts` answers at `/2026/projects.csv`.
 *
 * @param ending `.csv`
 */
export function downloadRoute(ending: string): { getStaticPaths: GetStaticPaths; GET: APIRoute<Props> } {
  return {
    getStaticPaths: async () => {
      const { sets, context } = await publishedData();
      return [...sets.values()].flatMap(({ set }) => {
        const { id } = set;
        const key = cacheKey(keyOfSet(set), set.kind === 'site' ? context.commit : null);
        return fileNames(set)
          .filter((name) => name.endsWith(ending))
          .map((name) => ({
            params: { set: id === '' ? undefined : id, name: name.slice(0, -ending.length) },
            props: { id, name },
            cacheKey: key,
          }));
      });
    },
    GET: async ({ props: { id, name } }) => {
      const file = (await filesOf(id)).find((other) => other.name === name);
      if (!file) throw new Error(`No download ${name} in ${id}`);
      return new Response(file.bytes.slice(), { headers: { 'content-type': file.mediaType } });
    },
  };
}
