import type { Plugin } from 'vite';
import { contentFolder } from '../content/content-folder.ts';
import { readContent } from '../content/read-content.ts';
import { readForms } from '../content/read-forms.ts';
import { readGuide } from '../content/read-guide.ts';
import { readSiteIdentity } from '../content/site-identity.ts';
import { writeReport } from './write-report.ts';

/** `/_check` of `npm run dev`: the report over the whole content folder, read anew at each request. */
export function checkPage(root: string): Plugin {
  return {
    name: 'jixiao-check-page',
    apply: 'serve',
    configureServer({ middlewares }) {
      middlewares.use((request, response, next) => {
        if (!/^\/_check\/?(?:\?|$)/.test(request.url ?? '')) {
          next();
          return;
        }
        reportOn(root)
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
async function reportOn(root: string): Promise<string> {
  const folder = contentFolder(root);
  const { sources, notices, errors } = await readContent(folder);
  const known = new Set(sources.flatMap(({ disclosure }) => disclosure.notices));
  const extra = [
    ...notices,
    ...readSiteIdentity(root).notices,
    ...readGuide(root).notices,
    ...errors.filter((error) => !known.has(error)),
  ];
  return writeReport(sources, extra, await readForms(folder));
}
