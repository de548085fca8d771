/**
 * `npm run import -- FILE… [--year Y] [--as NAME] [--force] [--withhold]`: makes a source file of an office's own files.
 *
 * Writes `disclosures/<year>/<name>.md` and a copy of each original next to it, or, where anything is wrong, nothing at all.
 * `--withhold`: the originals are not published.
 * Where a table is wrong, a page shows what was read, as `npm run check -- --html` does.
 */
import { fileURLToPath } from 'node:url';
import { parseOptions } from './parse-options.ts';
import { contentFolder } from '../src/content/content-folder.ts';
import { readForms } from '../src/content/read-forms.ts';
import { ImportError } from '../src/import/import-error.ts';
import { importOriginals } from '../src/import/import-originals.ts';
import { findSwallowed } from './import/find-swallowed.ts';
import { saveReport } from '../src/report/save-report.ts';
import { writeReport } from '../src/report/write-report.ts';

const { values, positionals } = parseOptions({
  allowPositionals: true,
  options: {
    year: { type: 'string' },
    as: { type: 'string' },
    force: { type: 'boolean', default: false },
    withhold: { type: 'boolean', default: false },
  },
});
const root = fileURLToPath(new URL('..', import.meta.url));
const folder = contentFolder(root);
const swallowed = findSwallowed(positionals, values, process.env);
try {
  if (swallowed !== null) throw new ImportError(swallowed);
  await importOriginals(positionals, { ...values, folder }, { print: console.log, progress: console.error });
} catch (error) {
  if (!(error instanceof Error) || !['ImportError', 'FormError'].includes(error.name)) throw error;
  console.error(error.message);
  if (error instanceof ImportError && error.refused) {
    const html = writeReport([error.refused], [], readForms(folder));
    console.error(`每一格读成了什么，写在核对结果里，用浏览器打开：${saveReport(root, html)}`);
  }
  process.exitCode = 1;
}
