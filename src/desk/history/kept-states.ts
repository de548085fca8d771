/**
 * In: contents that were published.
 * Out: the last ten of them, to look at and to go back to. A file that several have is kept once, under its digest.
 */
import { hash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { replaceFile } from '../../cache/replace-file.ts';
import { toDisclosureEntry, toResultFiles } from '../../collection/to-disclosure-entry.ts';
import type { Content } from '../../content/open-content.ts';
import { totalOf } from '../../record/total-of.ts';
import { digestContent, PARTS, RECORDS } from '../stage/content-files.ts';

const BodySchema = z.strictObject({
  /** `2026/wen-hua-ju`, `2025/wen-hua-ju/results`. */
  id: z.string(),
  /** Of its source, relative to the content folder. */
  path: z.string(),
  name: z.string(),
  projects: z.array(z.strictObject({ name: z.string(), yuan: z.string().nullable() })),
  /** Names of its tables of results. States that were kept without them have none. */
  results: z.array(z.string()).default([]),
  /** Exact decimal. Null: no table has funds. */
  yuan: z.string().nullable(),
});
export type KeptBody = z.infer<typeof BodySchema>;

const KeptSchema = z.strictObject({
  id: z.string(),
  /** When it was published, ISO 8601. */
  at: z.iso.datetime(),
  /** `放入云岭市文化局2026年，3 个项目`. */
  did: z.string(),
  /** False: it was in the content folder, and not on the site, before an earlier state came back. */
  isPublished: z.boolean(),
  bodies: z.array(BodySchema),
  /** Of all projects, exact decimal. Null: no table has funds. */
  yuan: z.string().nullable(),
  /** SHA-256 of each file, by its path relative to the content folder. */
  files: z.record(z.string(), z.string().regex(/^[\da-f]{64}$/)),
});
export type KeptState = z.infer<typeof KeptSchema>;

/** What is kept of a content: what is published is recorded for good, and needs no keeping. */
export const KEPT_PARTS = PARTS.filter((part) => !RECORDS.includes(part));
const MOST = 10;
const ID = /^\d{8}T\d{9}Z$/;

/** Newest first. What can't be read is left out. @param state The desk's folder. */
export function listKept(state: string): KeptState[] {
  const folder = folderOf(state);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => findKept(state, name.slice(0, -'.json'.length)) ?? [])
    .sort((a, b) => (a.id < b.id ? 1 : -1));
}

/** Null: there is none with this id. */
export function findKept(state: string, id: string): KeptState | null {
  const file = join(folderOf(state), `${id}.json`);
  // An id is a part of a path.
  if (!ID.test(id) || !existsSync(file)) return null;
  try {
    return KeptSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
}

/** The bytes of a kept file. Throws where they are gone, or not what was kept. @param sha256 Of the file. */
export function readKept(state: string, sha256: string): Buffer {
  const bytes = readFileSync(join(folderOf(state), 'files', sha256));
  if (hash('sha256', bytes) !== sha256)
    throw new Error(`${join(folderOf(state), 'files', sha256)} was changed`);
  return bytes;
}

/** Keeps a content as it is now. A state of the same moment is replaced; the oldest goes where there are more than ten. */
export function keepState(
  state: string,
  content: Pick<Content, 'folder' | 'sources'>,
  { at, did, isPublished }: Pick<KeptState, 'at' | 'did' | 'isPublished'>,
): KeptState {
  const files = digestContent(content.folder, KEPT_PARTS);
  mkdirSync(join(folderOf(state), 'files'), { recursive: true });
  for (const [path, sha256] of files) {
    const file = join(folderOf(state), 'files', sha256);
    if (!existsSync(file)) replaceFile(file, readFileSync(join(content.folder, path)));
  }
  const kept: KeptState = {
    ...{ id: idOf(at), at, did, isPublished },
    bodies: describeBodies(content),
    yuan: totalOf(content.sources.flatMap(({ disclosure }) => disclosure.projects)).yuan,
    files: Object.fromEntries(files),
  };
  // The list comes last: it names only files that are there.
  replaceFile(join(folderOf(state), `${kept.id}.json`), `${JSON.stringify(kept, null, 2)}\n`);
  prune(state);
  return kept;
}

/** The newest that was published. Null: none is kept. */
export function lastPublished(state: string): KeptState | null {
  return listKept(state).find(({ isPublished }) => isPublished) ?? null;
}

/** The one before the last that was published. Null: none is kept. */
export function previousState(state: string): KeptState | null {
  return listKept(state).filter(({ isPublished }) => isPublished)[1] ?? null;
}

function describeBodies({ sources }: Pick<Content, 'sources'>): KeptBody[] {
  return sources.flatMap((source): KeptBody[] => {
    const entry = toDisclosureEntry(source) ?? toResultFiles(source)[0];
    if (!entry) return [];
    const { projects, results } = source.disclosure;
    const { yuan } = totalOf(projects);
    const named = projects.map(({ name, budget }) => ({ name, yuan: budget?.yuan ?? null }));
    return [
      {
        ...{ id: entry.id, path: source.path, name: entry.publisher },
        ...{ projects: named, results: results.map(({ name }) => name), yuan },
      },
    ];
  });
}

function prune(state: string): void {
  const all = listKept(state);
  for (const { id } of all.slice(MOST)) rmSync(join(folderOf(state), `${id}.json`));
  const used = new Set(all.slice(0, MOST).flatMap(({ files }) => Object.values(files)));
  const folder = join(folderOf(state), 'files');
  for (const name of readdirSync(folder)) if (!used.has(name)) rmSync(join(folder, name), { force: true });
}

/** `2026-03-12T08:42:05.120Z` → `20260312T084205120Z`. */
function idOf(at: string): string {
  return at.replaceAll(/[-:.]/g, '');
}

function folderOf(state: string): string {
  return join(state, 'kept');
}
