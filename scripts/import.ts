/**
 * `npm run import -- FILE… [--year Y] [--as NAME] [--force]`: makes a source file of an office's own files.
 *
 * Writes `disclosures/<year>/<name>.md` and a copy of each original next to it, or, where anything is wrong, nothing at all.
 */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { contentFolder } from '../src/content/content-folder.ts';
import { importOriginals } from '../src/import/import-originals.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    year: { type: 'string' },
    as: { type: 'string' },
    force: { type: 'boolean', default: false },
  },
});
const folder = contentFolder(fileURLToPath(new URL('..', import.meta.url)));
try {
  await importOriginals(positionals, { ...values, folder }, { print: console.log, progress: console.error });
} catch (error) {
  if (!(error instanceof Error) || !['ImportError', 'FormError'].includes(error.name)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
