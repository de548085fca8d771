/**
 * In: a content folder, or some files.
 * Out: what they say and all that is wrong with them, without building.
 */
import { readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { VFile } from 'vfile';
import { byPlace, openContent } from '../content/open-content.ts';
import { readDisclosure } from '../content/read-disclosure.ts';
import { readForms } from '../content/read-forms.ts';
import { checkIds } from '../identity/check-ids.ts';
import { checkRecorded } from '../identity/check-recorded.ts';
import { readPermalinks } from '../identity/permalinks.ts';
import type { Disclosure, Notice } from '../record/disclosure-schema.ts';
import type { Form } from '../record/form.ts';
import { toNotice } from '../record/notices.ts';
import { toSiteUrls } from '../redirects/published-urls.ts';
import { checkPermalinks } from '../redirects/redirects.ts';
import { writeReport, type ReportedFile } from '../report/write-report.ts';

export interface Checked {
  disclosure: Disclosure;
  /** The report for staff, an HTML page. */
  toHtml: () => string;
}

/** Checks all that a build checks before it renders. */
export async function checkContent(root: string, folder: string): Promise<Checked> {
  const content = await openContent({ root, folder });
  const { sources, errors, forms } = content;
  const all = errors.length > 0 ? errors : checkPermalinks(toSiteUrls(content));
  const notices = [...sources.flatMap(({ disclosure }) => disclosure.notices), ...content.notices];
  const projects = sources.flatMap(({ disclosure }) => disclosure.projects);
  const results = sources.flatMap(({ disclosure }) => disclosure.results);
  const overall = sources.flatMap(({ disclosure }) => disclosure.overall);
  const others = all.filter((error) => !notices.includes(error));
  return toChecked(
    { projects, results, overall, notices: [...notices, ...others].sort(byPlace) },
    sources,
    forms,
  );
}

/** Checks files, which need not be in the content folder. */
export function checkFiles(files: readonly string[], folder: string): Checked {
  const forms = readForms(folder);
  const { permalinks } = readPermalinks(folder);
  const notices: Notice[] = [];
  const read = files.flatMap((file): ReportedFile[] => {
    const path = toRecordPath(file, folder);
    const value = readBytes(file);
    if (typeof value === 'string') {
      notices.push(toNotice({ path, line: 1, column: 1 }, 'file/unreadable', value));
      return [];
    }
    const disclosure = readDisclosure(new VFile({ path, value }), { forms, permalinks });
    notices.push(...disclosure.notices, ...checkRecorded({ ...disclosure, path, record: permalinks }));
    return [{ path, disclosure }];
  });
  const projects = read.flatMap(({ disclosure }) => disclosure.projects);
  const results = read.flatMap(({ disclosure }) => disclosure.results);
  const overall = read.flatMap(({ disclosure }) => disclosure.overall);
  const repeated = [...checkIds(projects), ...checkIds(results)];
  return toChecked({ projects, results, overall, notices: [...notices, ...repeated] }, read, forms);
}

function toChecked(disclosure: Disclosure, files: readonly ReportedFile[], forms: readonly Form[]): Checked {
  const inFiles = new Set(files.flatMap((file) => file.disclosure.notices));
  const others = disclosure.notices.filter((notice) => !inFiles.has(notice));
  return { disclosure, toHtml: () => writeReport(files, others, forms) };
}

/** A file's bytes, or why it can't be read. */
function readBytes(file: string): Buffer | string {
  try {
    return readFileSync(file);
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    return error.code === 'ENOENT' ? '没有这个文件' : `打不开这个文件：${error.message}`;
  }
}

/** Files of the content folder are named as on the site, others as they were given. */
function toRecordPath(file: string, folder: string): string {
  const inside = relative(folder, resolve(file)).replaceAll('\\', '/');
  return inside.startsWith('../') ? file : inside;
}
