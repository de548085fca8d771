import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { Notice } from '../record/disclosure-schema.ts';
import { toNotice } from '../record/notices.ts';
import { finishReplacements, replaceFiles, type Replacement } from '../cache/replace-file.ts';

/** Its place in the content folder. */
export const PERMALINKS = 'permalinks.json';

/**
 * A path of this site, without a way out of its folder, also where a backslash separates folders, and without the signs of patterns:
 * hosts that read `_redirects` would redirect other pages.
 */
const PathSchema = z.string().regex(/^\/(?!\/)(?!.*\/\.\.?(?:\/|$))[^\\*:]*$/);

/** `permalinks.json`: every URL that was ever published. Written by `npm run permalinks` alone. */
const PermalinksSchema = z.strictObject({
  /** Paths of pages and downloads. */
  urls: z.array(PathSchema),
  /** Names of projects by the ids under which they were published; a name keeps its id. */
  names: z.record(z.string(), z.string()),
  /** What tells a project from others of its name, by its id: digests of its unit and its content. */
  traits: z.record(z.string(), z.string()).default({}),
  /** Fingerprints of indicators by their anchors, by the id of the project; a row keeps its anchor. */
  rows: z.record(z.string(), z.record(z.string(), z.string())).default({}),
  /** Where the content of an old path is now; a row of a project's page is `/<id>/#<anchor>`. */
  moved: z.record(PathSchema, PathSchema),
});
export type Permalinks = z.infer<typeof PermalinksSchema>;

/** What a content folder says of its URLs. */
export interface ReadPermalinks {
  permalinks: Permalinks;
  /** The file as it is; null where the folder has none. */
  text: string | null;
  errors: Notice[];
}

/** Of a site before its first publication. */
export const NOTHING_PUBLISHED: Permalinks = { urls: [], names: {}, traits: {}, rows: {}, moved: {} };

/** Reads `<folder>/permalinks.json`. A folder without one has published nothing yet; the project's file is never used instead. */
export function readPermalinks(folder: string): ReadPermalinks {
  const path = join(folder, PERMALINKS);
  if (!existsSync(path)) return { permalinks: NOTHING_PUBLISHED, text: null, errors: [] };
  const text = readFileSync(path, 'utf8');
  const result = PermalinksSchema.safeParse(parseJson(text));
  if (result.success) return { permalinks: result.data, text, errors: [] };
  const place = result.error.issues[0]?.path.join('.');
  const message = `网址登记簿读不懂${place ? `（${place}）` : ''}：应是 npm run permalinks 写的 JSON；请恢复上一个版本，不要手工改`;
  const error = toNotice({ path: PERMALINKS, line: 1, column: 1 }, 'permalink/unreadable', message);
  return { permalinks: NOTHING_PUBLISHED, text, errors: [error] };
}

/**
 * Writes the file, sorted, so that a change of the content is a change of a few lines.
 *
 * @param more What belongs to it: all of it is written, or nothing. Its folders are made.
 */
export function writePermalinks(
  folder: string,
  { urls, names, traits, rows, moved }: Permalinks,
  more: readonly Replacement[] = [],
): void {
  const sorted = <Value>(record: Record<string, Value>) =>
    Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
  const value: Permalinks = {
    urls: [...new Set(urls)].sort(),
    names: sorted(names),
    traits: sorted(traits),
    rows: sorted(Object.fromEntries(Object.entries(rows).map(([id, anchors]) => [id, sorted(anchors)]))),
    moved: sorted(moved),
  };
  const folders = new Set([...more.map(({ path }) => dirname(path)), folder]);
  for (const each of folders) {
    mkdirSync(each, { recursive: true });
    finishReplacements(each);
  }
  replaceFiles([...more, { path: join(folder, PERMALINKS), data: `${JSON.stringify(value, null, 2)}\n` }]);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
