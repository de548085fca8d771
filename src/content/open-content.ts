/**
 * In: a content folder.
 * Out: its Content: every file's Disclosure, and all errors of all files. A command opens its content once and passes it on.
 */
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { VFile } from 'vfile';
import { checkIds } from '../identity/check-ids.ts';
import { checkRecorded } from '../identity/check-recorded.ts';
import { readPermalinks, type ReadPermalinks } from '../identity/permalinks.ts';
import { RESERVED_FILES } from '../identity/reserved.ts';
import { resultsIdOf } from '../identity/ids.ts';
import { toSlug } from '../identity/to-slug.ts';
import type { Notice } from '../record/disclosure-schema.ts';
import type { Form } from '../record/form.ts';
import { maskNumbers } from '../record/mask-numbers.ts';
import { toNotice } from '../record/notices.ts';
import type { RuleId } from '../record/rules/catalogue.ts';
import { checkCopies } from './check-originals.ts';
import { checkSameOriginals, checkRepeats } from './check-repeats.ts';
import { findSkipped, findSources } from './find-sources.ts';
import {
  parseDisclosure,
  withIds,
  type DisclosureReading,
  type ParsedDisclosure,
} from './read-disclosure.ts';
import { readForms } from './read-forms.ts';
import { readRecorded, type RecordedVersion } from './recorded-versions.ts';
import { readGuide, type Guide } from './read-guide.ts';
import { isInShard, type Shard } from './shard.ts';
import { readSiteIdentity, type SiteIdentity } from './site-identity.ts';

/** One source file and what it says. */
export interface ParsedSource {
  /** Relative to the content folder, forward slashes. */
  path: string;
  /** The file as it is. */
  bytes: Buffer;
  /** As parsed: ids and anchors are not settled. */
  parsed: ParsedDisclosure;
  /** Its ids and anchors are the lasting ones. */
  disclosure: DisclosureReading;
}

/** All of a content folder. */
export interface Content {
  /** The project's folder, absolute. */
  root: string;
  /** The content folder, absolute. */
  folder: string;
  identity: SiteIdentity;
  guide: Guide;
  /** Forms that tables may be filled in on. */
  forms: readonly Form[];
  permalinks: ReadPermalinks;
  /** Versions that were published, where there is no Git; oldest first. */
  recorded: readonly RecordedVersion[];
  /** Sorted by path. In a shard: only those of its bodies. */
  sources: readonly ParsedSource[];
  /** The newest year that has targets, for the main navigation. In a shard: that of the paths of all shards. Null: there is none. */
  newestYear: number | null;
  /** Warnings about the folder as a whole: skipped files, missing and repeated projects. */
  notices: readonly Notice[];
  /** Errors of all files. While there is one, nothing is published. */
  errors: readonly Notice[];
}

interface Options {
  /** The project's folder: it has a guide and an identity for content that has none. */
  root: string;
  folder: string;
  shard?: Shard | null;
  /** What was opened before: files with the same bytes are not parsed again. */
  previous?: Content | undefined;
}

/** Reads a content folder. Throws where the file system does, and a FormError for wrong forms of the office. */
export async function openContent({ root, folder, shard = null, previous }: Options): Promise<Content> {
  const forms = readForms(folder);
  const permalinks = readPermalinks(folder);
  const { recorded, errors: recordErrors } = readRecorded(folder);
  const { identity, notices: identityErrors } = readSiteIdentity(root, folder);
  const guide = readGuide(root, folder);
  const paths = await findSources(folder);
  const inShard = shard ? paths.filter((path) => isInShard(toSlug(basename(path, '.md')), shard)) : paths;
  const parse = parserOf(forms, previous);
  const sources = inShard.map((path): ParsedSource => {
    // Thousands of small files: awaiting each takes several times as long.
    const bytes = readFileSync(join(folder, path));
    const parsed = parse(path, bytes);
    return { path, bytes, parsed, disclosure: withIds(parsed, permalinks.permalinks) };
  });
  const firstWithId = new Map<string, string>();
  const errors = [
    ...permalinks.errors,
    ...recordErrors,
    ...identityErrors,
    ...guide.notices,
    ...sources.flatMap(({ disclosure }) => disclosure.notices.filter(({ severity }) => severity === 'error')),
    ...checkIds(sources.flatMap(({ disclosure }) => disclosure.projects)),
    ...checkIds(sources.flatMap(({ disclosure }) => disclosure.results)),
    ...sources.flatMap((source) => checkPlace(source, firstWithId)),
    ...checkSameOriginals(sources),
    ...checkCopies(folder, sources),
  ];
  const notices = [
    ...(await findSkipped(folder)),
    ...checkRepeats(sources),
    ...sources.flatMap(({ path, disclosure: { text, projects, results } }) =>
      checkRecorded({ path, text, projects, results, record: permalinks.permalinks }),
    ),
  ];
  return {
    root,
    folder,
    identity,
    guide,
    forms,
    permalinks,
    recorded,
    sources,
    newestYear: shard ? newestYearOf(paths) : newestOfTargets(sources),
    notices: notices.sort(byPlace),
    errors: errors.sort(byPlace),
  };
}

/** Parses a file, or takes over what was parsed before from the same bytes by the same forms. */
function parserOf(
  forms: readonly Form[],
  previous: Content | undefined,
): (path: string, bytes: Buffer) => ParsedDisclosure {
  const usable = isDeepStrictEqual(previous?.forms, forms) ? previous?.sources : [];
  const before = new Map(usable?.map((source) => [source.path, source]));
  return (path, bytes) => {
    const source = before.get(path);
    return source?.bytes.equals(bytes)
      ? source.parsed
      : parseDisclosure(new VFile({ path, value: bytes }), forms);
  };
}

/** A year that has results alone has no page of its own. */
function newestOfTargets(sources: readonly ParsedSource[]): number | null {
  const years = sources.flatMap(({ disclosure }) => disclosure.projects.map(({ year }) => year));
  return years.reduce<number | null>((newest, year) => Math.max(newest ?? year, year), null);
}

/** A folder named by a year holds the files of that year. */
function newestYearOf(paths: readonly string[]): number | null {
  const years = paths.flatMap((path) => /\/((?:19|20)\d{2})\/[^/]+$/.exec(path)?.[1] ?? []);
  return years.length === 0 ? null : Number(years.sort().at(-1));
}

/** By file, line and column; paths by UTF-16 units. */
export function byPlace(a: Notice, b: Notice): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}

/** The ids under which a file is published: of its projects, and of its results. */
function idsOf({ projects, results }: DisclosureReading): string[] {
  const ids = [...projects.map(({ bodyId }) => bodyId), ...results.map(({ bodyId }) => resultsIdOf(bodyId))];
  return [...new Set(ids)];
}

/** Errors in where a file is and what it is called. */
function checkPlace({ path, disclosure }: ParsedSource, firstWithId: Map<string, string>): Notice[] {
  const { slug, publication } = disclosure;
  const report = (rule: RuleId, message: string) => toNotice({ path, line: 1, column: 1 }, rule, message);
  const notices: Notice[] = [];
  // The folder says the year, and so does the URL.
  if (!/\/(?:19|20)\d{2}\/[^/]+$/.test(path))
    notices.push(report('file/no-year', '文件应放在以预算年份命名的文件夹里，如 disclosures/2026/'));
  // Two files of one year can't share a URL: `2026/a.md` and `2026/district/a.md`.
  for (const id of idsOf(disclosure)) {
    const other = firstWithId.get(id);
    if (other === undefined) firstWithId.set(id, path);
    else
      notices.push(
        report('file/duplicate-name', `文件名与 ${other} 相同，网址 /${id}/ 也就相同；请改一个文件名`),
      );
  }
  if (RESERVED_FILES.includes(slug))
    notices.push(report('file/reserved-name', `文件名 ${slug} 留给网站自己的页面；请改一个文件名`));
  // Pages and addresses show the names of files as they are.
  const names = [basename(path), ...(publication.originals ?? []).map(({ name }) => name)];
  const wrong = names.find((name) => maskNumbers(name) !== name);
  if (wrong !== undefined) {
    const message = `文件名“${maskNumbers(wrong)}”里有电话或证件号码，会出现在网页上；请改一个文件名${wrong === names[0] ? '' : '再导入'}`;
    notices.push(report('file/personal-number', message));
  }
  return notices;
}
