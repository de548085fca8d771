/**
 * `npm run check [-- FILES…] [--json] [--html]`: reads sources without building.
 *
 * Prints `file:line:column severity rule message`, a line each. `--json` prints the record and nothing else. `--html` writes a page
 * that shows each table as it is read. Exit 1 on errors.
 */
import { join } from 'node:path';
import { parseOptions } from './parse-options.ts';
import { checkContent, checkFiles } from '../src/build/check-content.ts';
import { describeCheck } from '../src/build/describe-check.ts';
import { contentFolder } from '../src/content/content-folder.ts';
import { toPublishedDisclosure } from '../src/record/published-disclosure.ts';
import { saveReport } from '../src/report/save-report.ts';

const flag = { type: 'boolean', default: false } as const;
const { values, positionals } = parseOptions({ allowPositionals: true, options: { json: flag, html: flag } });
const root = join(import.meta.dirname, '..');
const folder = contentFolder(root);
const { disclosure, toHtml } =
  positionals.length > 0 ? checkFiles(positionals, folder) : await checkContent(root, folder);

if (values.html) {
  console.error(`已写好核对结果，用浏览器打开：${saveReport(root, toHtml())}`);
}
console.log(
  values.json
    ? JSON.stringify(toPublishedDisclosure(disclosure), null, 2)
    : describeCheck(disclosure, folder),
);
if (disclosure.notices.some(({ severity }) => severity === 'error')) process.exitCode = 1;
