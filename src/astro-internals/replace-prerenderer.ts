/**
 * In: Astro's own prerenderer.
 * Out: the pages in the output folder, as the page writer writes them.
 *
 * Astro awaits a mkdir, a write and two log lines for each page in turn, which costs more than rendering it.
 */
import type { AstroIntegration } from 'astro';
import type { Measure, PageWriter } from './page-writer.ts';

interface Options {
  writer: PageWriter;
  measure: Measure;
  /** Called when the bundling begins, and when the bundle is in Astro's output folder, before the first page. */
  onBundle: () => void;
  onBundled: () => void;
}

/** Astro integration: replaces Astro's way to write pages. */
export function replacePrerenderer({ writer, measure, onBundle, onBundled }: Options): AstroIntegration {
  return {
    name: 'jixiao-replace-prerenderer',
    hooks: {
      'astro:build:start': ({ setPrerenderer }) => {
        onBundle();
        const bundled = Promise.withResolvers<undefined>();
        void measure('bundle', () => bundled.promise);
        setPrerenderer((astro) => ({
          ...astro,
          name: 'jixiao-replace-prerenderer',
          async setup() {
            bundled.resolve(undefined);
            onBundled();
            await astro.setup?.();
          },
          async getStaticPaths() {
            return writer.choose(await measure('paths', () => astro.getStaticPaths()));
          },
          async render(request, { routeData, ...more }) {
            const pathname = decodeURI(new URL(request.url).pathname);
            const rest = await writer.write(pathname, routeData, async () => {
              const page = await astro.render(request, { routeData, ...more });
              return page instanceof Response ? page : page.response;
            });
            // Astro writes redirects, the page 404, and files that public/ has too. It writes no empty response.
            return rest ?? new Response(null);
          },
        }));
      },
    },
  };
}
