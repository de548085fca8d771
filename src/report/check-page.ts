import type { Plugin } from 'vite';
import { openContent } from '../content/open-content.ts';
import { writeReport } from './write-report.ts';

/** `/_check` of `npm run dev`: the report over the whole content folder, read again for each request. */
export function checkPage(root: string, folder: string): Plugin {
  return {
    name: 'jixiao-check-page',
    apply: 'serve',
    configureServer({ middlewares }) {
      middlewares.use((request, response, next) => {
        if (!/^\/_check\/?(?:\?|$)/.test(request.url ?? '')) {
          next();
          return;
        }
        reportOn(root, folder)
          .then((html) => {
            response.setHeader('content-type', 'text/html; charset=utf-8');
            response.end(html);
          })
          .catch((error: unknown) => {
            response.statusCode = 500;
            response.setHeader('content-type', 'text/plain; charset=utf-8');
            response.end(error instanceof Error ? error.message : String(error));
          });
      });
    },
  };
}

/** The report over a content folder. Throws a FormError for wrong forms of the office. */
async function reportOn(root: string, folder: string): Promise<string> {
  const { sources, forms, notices, errors } = await openContent({ root, folder });
  const inFiles = new Set(sources.flatMap(({ disclosure }) => disclosure.notices));
  const extra = [...notices, ...errors.filter((error) => !inFiles.has(error))];
  return writeReport(sources, extra, forms);
}
