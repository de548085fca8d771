/** What the desk remembers between two starts: where the site goes, what was published last, how long a build takes. */
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { replaceFile } from '../cache/replace-file.ts';

const PublishedSchema = z.strictObject({
  /** ISO 8601. */
  at: z.iso.datetime(),
  /** Of the body and its year: `2026/wen-hua-ju`. Null: what had waited in the content was published. */
  id: z.string().nullable(),
  /** `云岭市文化局2026年的 3 个项目`. */
  what: z.string(),
  /** As a clause: `公开了云岭市文化局2026年的 3 个项目`. */
  said: z.string().default(''),
  /** Exact decimal. Null: no table has funds. */
  yuan: z.string().nullable(),
  /** Files of the site. */
  files: z.int(),
  /** Where the site was put: a folder, `hand` where staff say that they did. Null: nowhere yet. */
  place: z.string().nullable(),
  /** What else staff should know of it, in sentences: why Git has no commit of it. */
  notes: z.array(z.string()).default([]),
});
export type Published = z.infer<typeof PublishedSchema>;

const MemorySchema = z.strictObject({
  /** The folder that the site is copied to, absolute. Null: none was named. */
  target: z.string().nullable(),
  /** The last publication. */
  last: PublishedSchema.nullable(),
  /** Of the last whole build. */
  seconds: z.number().nullable(),
});
export type Memory = z.infer<typeof MemorySchema>;

const NOTHING: Memory = { target: null, last: null, seconds: null };

/** @param state The desk's folder. What is broken there is forgotten. */
export function readMemory(state: string): Memory {
  const file = fileOf(state);
  if (!existsSync(file)) return NOTHING;
  try {
    return MemorySchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return NOTHING;
  }
}

export function remember(state: string, news: Partial<Memory>): Memory {
  const memory = { ...readMemory(state), ...news };
  mkdirSync(dirname(fileOf(state)), { recursive: true });
  replaceFile(fileOf(state), `${JSON.stringify(memory, null, 2)}\n`);
  return memory;
}

function fileOf(state: string): string {
  return join(state, 'memory.json');
}
