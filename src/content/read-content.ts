/**
 * In: a content folder.
 * Out: the Disclosure of each of its files, and everything that is wrong with any of them.
 */
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { VFile } from 'vfile';
import { checkIds } from '../identity/check-ids.ts';
import { checkRecorded } from '../identity/check-recorded.ts';
import {
  parseDisclosure,
  withIds,
  type DisclosureReading,
  type ParsedDisclosure,
} from './read-disclosure.ts';
import type { Notice } from '../record/disclosure-schema.ts';
import type { Form } from '../record/form.ts';
import { RESERVED_FILES } from '../identity/reserved.ts';
import { maskNumbers } from '../record/mask-numbers.ts';
import { findSkipped, findSources } from './find-sources.ts';
import { readPermalinks } from '../identity/permalinks.ts';
import { formsDigest, readForms } from './read-forms.ts';
import { toSlug } from '../identity/to-slug.ts';
import type { ReadingCache } from './reading-cache.ts';
import { isInShard, type Shard } from './shard.ts';

/** One source file and what it says. */
export interface SourceReading {
  /** Relative to the content folder, forward slashes. */
  path: string;
  /** Size of the file. */
  bytes: number;
  disclosure: DisclosureReading;
}

/** All source files of a content folder. */
export interface Content {
  sources: SourceReading[];
  /** Warnings that no reading of a single file could give: files that were passed over, projects that are gone. */
  notices: Notice[];
  /** Errors of all files: while there is one, nothing is published. */
  errors: Notice[];
}

/** Readings of this process by path and SHA-256: two collections, or two syncs, read a file's text once. */
const cache = new Map<string, { bytes: Buffer; digest: string; disclosure: ParsedDisclosure }>();

/** Lets the readings of this process go, where a build has made of them what it needs. */
export function forgetReadings(): void {
  cache.clear();
}

/** Reads `<folder>/disclosures/**\/*.md`. Throws where the file system does, and a FormError for wrong forms of the office. */
export async function readContent(
  folder: string,
  onDisk?: ReadingCache,
  shard: Shard | null = null,
): Promise<Content> {
  const sources: SourceReading[] = [];
  const forms = await readForms(folder);
  const digest = formsDigest(folder);
  const { permalinks, errors: unreadable } = readPermalinks(folder);
  for (const path of await findSources(folder)) {
    if (shard && !isInShard(toSlug(basename(path, '.md')), shard)) continue;
    // A thousand small files: to await each takes several times as long.
    const bytes = readFileSync(join(folder, path));
    const parsed = readCached(folder, path, bytes, forms, digest, onDisk);
    sources.push({ path, bytes: bytes.length, disclosure: withIds(parsed, permalinks) });
  }
  onDisk?.prune();
  const errors = [
    ...unreadable,
    ...sources.flatMap(({ disclosure }) => disclosure.notices.filter(({ severity }) => severity === 'error')),
    ...checkIds(sources.flatMap(({ disclosure }) => disclosure.projects)),
    ...checkFolders(sources),
    ...checkSlugs(sources),
    ...checkReserved(sources),
    ...checkNames(sources),
  ];
  const notices = [
    ...(await findSkipped(folder)),
    ...sources.flatMap(({ path, disclosure: { text, projects } }) =>
      checkRecorded({ path, text, projects, record: permalinks }),
    ),
  ];
  return { sources, notices: notices.sort(byPlace), errors: errors.sort(byPlace) };
}

function readCached(
  folder: string,
  path: string,
  bytes: Buffer,
  forms: readonly Form[],
  digest: string,
  onDisk?: ReadingCache,
): ParsedDisclosure {
  const key = join(folder, path);
  const known = cache.get(key);
  if (known?.digest === digest && known.bytes.equals(bytes)) {
    onDisk?.keep(path, bytes);
    return known.disclosure;
  }
  const found = onDisk?.find(path, bytes);
  const disclosure = found ?? parseDisclosure(new VFile({ path, value: bytes }), forms);
  if (!found) onDisk?.store(path, bytes, disclosure);
  cache.set(key, { bytes, digest, disclosure });
  return disclosure;
}

/** By file, line and column; paths by UTF-16 units. */
export function byPlace(a: Notice, b: Notice): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}

/** The folder says the year, and so does the URL. */
function checkFolders(sources: readonly SourceReading[]): Notice[] {
  return sources
    .filter(({ path }) => !/\/(?:19|20)\d{2}\/[^/]+$/.test(path))
    .map(({ path }) => ({
      rule: 'file/no-year',
      severity: 'error',
      path,
      line: 1,
      column: 1,
      message: '文件应放在以预算年份命名的文件夹里，如 disclosures/2026/',
    }));
}

/** Two files of one year can't share a URL: `2026/a.md` and `2026/district/a.md`. */
function checkSlugs(sources: readonly SourceReading[]): Notice[] {
  const first = new Map<string, string>();
  return sources.flatMap(({ path, disclosure }): Notice[] => {
    const [project] = disclosure.projects;
    if (!project) return [];
    const id = project.bodyId;
    const other = first.get(id);
    first.set(id, other ?? path);
    if (other === undefined) return [];
    const message = `文件名与 ${other} 相同，网址 /${id}/ 也就相同；请改一个文件名`;
    return [{ rule: 'file/duplicate-name', severity: 'error', path, line: 1, column: 1, message }];
  });
}

function checkReserved(sources: readonly SourceReading[]): Notice[] {
  return sources
    .filter(({ disclosure }) => RESERVED_FILES.includes(disclosure.slug))
    .map(({ path, disclosure: { slug } }) => ({
      rule: 'file/reserved-name',
      severity: 'error',
      path,
      line: 1,
      column: 1,
      message: `文件名 ${slug} 留给网站自己的页面；请改一个文件名`,
    }));
}

/** Names of files stand on pages and in addresses as they are, so no personal number may be in them. */
function checkNames(sources: readonly SourceReading[]): Notice[] {
  return sources.flatMap(({ path, disclosure }): Notice[] => {
    const names = [basename(path), ...(disclosure.publication.originals ?? []).map(({ name }) => name)];
    const wrong = names.find((name) => maskNumbers(name) !== name);
    if (wrong === undefined) return [];
    const message = `文件名“${maskNumbers(wrong)}”里有电话或证件号码，会出现在网页上；请改一个文件名${wrong === names[0] ? '' : '再导入'}`;
    return [{ rule: 'file/personal-number', severity: 'error', path, line: 1, column: 1, message }];
  });
}
