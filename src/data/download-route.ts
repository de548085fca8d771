import type { APIRoute, GetStaticPaths } from 'astro';
import type { DataFile } from './data-files.ts';
import { publishedData } from './published-data.ts';

interface Props {
  file: DataFile;
}

/**
 * The route of all downloads whose names end alike: `[...set]/[name].csv.ts` answers at `/2026/projects.csv`.
 *
 * @param ending `.csv`
 */
export function downloadRoute(ending: string): { getStaticPaths: GetStaticPaths; GET: APIRoute<Props> } {
  return {
    getStaticPaths: async () => {
      const { sets } = await publishedData();
      return [...sets].flatMap(([id, { files }]) =>
        files
          .filter(({ name }) => name.endsWith(ending))
          .map((file) => ({
            params: { set: id === '' ? undefined : id, name: file.name.slice(0, -ending.length) },
            props: { file },
          })),
      );
    },
    GET: ({ props: { file } }) =>
      new Response(file.bytes.slice(), { headers: { 'content-type': file.mediaType } }),
  };
}
