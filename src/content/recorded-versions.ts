/** What was published, where there is no Git: a list of versions, and a copy of each, in the content folder. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readIfThere } from '../cache/digest-store.ts';
import type { Notice } from '../record/disclosure-schema.ts';
import { toNotice } from '../record/notices.ts';

/** The list's place in the content folder. */
export const VERSIONS = 'versions.json';

const EntrySchema = z.strictObject({
  path: z.string().regex(/^disclosures\/.+\.md$/),
  /** `YYYY-MM-DD`. */
  day: z.iso.date(),
  /** Number of the publication, from 1: files of one number were published together. */
  step: z.int().positive(),
  /** SHA-256 of the bytes. Null: the file was removed. */
  sha256: z
    .string()
    .regex(/^[\da-f]{64}$/)
    .nullable(),
});
/** One version of a source. */
export type RecordedVersion = z.infer<typeof EntrySchema>;

const ListSchema = z.strictObject({ versions: z.array(EntrySchema) });

/** Reads `versions.json` of a content folder: what `npm run permalinks` recorded, oldest first. */
export function readRecorded(folder: string): { recorded: readonly RecordedVersion[]; errors: Notice[] } {
  const file = join(folder, VERSIONS);
  if (!existsSync(file)) return { recorded: [], errors: [] };
  const result = ListSchema.safeParse(parseJson(readFileSync(file, 'utf8')));
  const recorded = result.success ? result.data.versions : [];
  const lost = recorded.find(({ sha256 }) => sha256 !== null && !existsSync(copyOf(folder, sha256)));
  if (result.success && !lost) return { recorded, errors: [] };
  const message = lost
    ? `公布过的版本 ${lost.path}（${lost.day}）不见了：应在 versions/${lost.sha256 ?? ''}.md；请恢复这个文件`
    : '公布版本的登记簿读不懂：应是 npm run permalinks 写的 JSON；请恢复上一个版本，不要手工改';
  const error = toNotice({ path: VERSIONS, line: 1, column: 1 }, 'permalink/unreadable', message);
  return { recorded: [], errors: [error] };
}

/** The copy of a version. */
export function copyOf(folder: string, sha256: string): string {
  return join(folder, 'versions', `${sha256}.md`);
}

/** The bytes of versions that have a copy. */
export function readCopies(
  folder: string,
  digests: readonly string[],
): (readonly [sha256: string, bytes: Uint8Array])[] {
  return digests.flatMap((sha256) => {
    const bytes = readIfThere(copyOf(folder, sha256));
    return bytes ? [[sha256, bytes] as const] : [];
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
