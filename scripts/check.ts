/**
 * `npm run check [-- FILES…] [--json] [--html]`: reads sources without building.
 *
 * Prints `file:line:column severity rule message`, a line each; with `--json`, the record and nothing else; with `--html`, writes
 * a page that shows each table as it is read. Exit 1 on errors.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { VFile } from 'vfile';
import { checkIds } from '../src/identity/check-ids.ts';
import { checkRecorded } from '../src/identity/check-recorded.ts';
import { contentFolder } from '../src/content/content-folder.ts';
import { formatNotices } from '../src/content/format-notices.ts';
import { PERMALINKS, readPermalinks, type Permalinks } from '../src/identity/permalinks.ts';
import { byPlace, readContent } from '../src/content/read-content.ts';
import { readForms } from '../src/content/read-forms.ts';
import { readGuide } from '../src/content/read-guide.ts';
import { readSiteIdentity } from '../src/content/site-identity.ts';
import { readSiteUrls } from '../src/redirects/published-urls.ts';
import { checkPermalinks } from '../src/redirects/redirects.ts';
import { readDisclosure } from '../src/content/read-disclosure.ts';
import { writeReport, type ReportedFile } from '../src/report/write-report.ts';
import type { Disclosure, Notice } from '../src/record/disclosure-schema.ts';
import { toPublishedDisclosure } from '../src/record/published-disclosure.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = contentFolder(root);
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false }, html: { type: 'boolean', default: false } },
});

const forms = await readForms(folder);
/** Every file that was read, for the report. */
const reported: ReportedFile[] = [];
const disclosure = positionals.length > 0 ? readFiles(positionals) : await readFolder();
if (values.html) writeHtml();
if (values.json) console.log(JSON.stringify(toPublishedDisclosure(disclosure), null, 2));
else printReport(disclosure);
if (disclosure.notices.some(({ severity }) => severity === 'error')) process.exitCode = 1;

async function readFolder(): Promise<Disclosure> {
  const { sources, notices: ofFolder, errors: ofSources } = await readContent(folder);
  const found = [...ofSources, ...readSiteIdentity(root).notices, ...readGuide(root).notices];
  const errors = found.length > 0 ? found : checkPermalinks(await readSiteUrls(root));
  reported.push(...sources);
  const notices = [...sources.flatMap((source) => source.disclosure.notices), ...ofFolder];
  return {
    projects: sources.flatMap((source) => source.disclosure.projects),
    notices: [...notices, ...errors.filter((error) => !notices.includes(error))].sort(byPlace),
  };
}

/** Into the project's folder for what it makes, which git ignores. */
function writeHtml(): void {
  const path = join(root, '.jixiao', 'check.html');
  mkdirSync(join(root, '.jixiao'), { recursive: true });
  const known = new Set(reported.flatMap((file) => file.disclosure.notices));
  const extra = disclosure.notices.filter((notice) => !known.has(notice));
  writeFileSync(path, writeReport(reported, extra, forms));
  // A whole address: the folder's name begins with a dot, so file managers hide it.
  console.error(`已写好核对结果，用浏览器打开：${pathToFileURL(path).href}`);
}

function readFiles(files: readonly string[]): Disclosure {
  const { permalinks } = readPermalinks(folder);
  const readings = files.map((file) => readFile(file, permalinks));
  const projects = readings.flatMap((reading) => reading.projects);
  const notices = readings.flatMap((reading) => [
    ...reading.notices,
    ...checkRecorded({ ...reading, record: permalinks }),
  ]);
  return { projects, notices: [...notices, ...checkIds(projects)] };
}

function readFile(file: string, permalinks: Permalinks): Disclosure & { path: string; text: string } {
  const path = toRecordPath(file);
  try {
    const reading = readDisclosure(new VFile({ path, value: readFileSync(file) }), { forms, permalinks });
    reported.push({ path, disclosure: reading });
    return { ...reading, path };
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    const message = error.code === 'ENOENT' ? '没有这个文件' : `打不开这个文件：${error.message}`;
    return {
      path,
      text: '',
      projects: [],
      notices: [{ rule: 'file/unreadable', severity: 'error', path, line: 1, column: 1, message }],
    };
  }
}

/** Files of the content folder are named as the site names them, others as they were given. */
function toRecordPath(file: string): string {
  const inside = relative(folder, resolve(file)).replaceAll('\\', '/');
  return inside.startsWith('../') ? file : inside;
}

function printReport({ projects, notices }: Disclosure): void {
  if (notices.length > 0) console.log(formatNotices(notices, toShownPath));
  const count = (severity: Notice['severity']) =>
    String(notices.filter((notice) => notice.severity === severity).length);
  console.log(
    `${projects.length} 个项目：${count('error')} 处错误（error），${count('warning')} 处提示（warning），${count('info')} 条说明（info）`,
  );
  if (projects.length === 0 && notices.length === 0) {
    console.log(
      `没有找到文件；请把表格存为 ${relative(process.cwd(), join(folder, 'disclosures'))}/<年份>/<单位>.md`,
    );
  }
}

/** A path that an editor or a terminal can open from here. */
function toShownPath(path: string): string {
  return /^(?:disclosures|guide)\//.test(path) || [PERMALINKS, 'site.json'].includes(path)
    ? relative(process.cwd(), join(folder, path))
    : path;
}
