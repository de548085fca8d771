import type { Plugin } from 'vite';
import { readContent } from '../content/read-content.ts';
import { readForms } from '../content/read-forms.ts';
import { writeReport } from './write-report.ts';

/** `/_check` of `npm run dev`: the report over the whole content folder, read anew at each request. */
export function checkPage(folder: string): Plugin {
  return {
    name: 'jixiao-check-page',
    apply: 'serve',
    configureServer({ middlewares }) {
      middlewares.use((request, response, next) => {
        if (!/^\/_check\/?(?:\?|$)/.test(request.url ?? '')) {
          next();
          return;
        }
        reportOn(folder)
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
async function reportOn(folder: string): Promise<string> {
  const { sources, notices, errors } = await readContent(folder);
  const known = new Set(sources.flatMap(({ disclosure }) => disclosure.notices));
  const extra = [...notices, ...errors.filter((error) => !known.has(error))];
  return writeReport(sources, extra, await readForms(folder));
}
