/**
 * In: files that were dropped on the desk.
 * Out: the same files, until they are published or taken away, also after the desk was closed.
 */
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { replaceFile } from '../cache/replace-file.ts';

/** Where staff want a file to go. What is missing is read from the file. */
const AnswersSchema = z.strictObject({
  year: z
    .string()
    .regex(/^(?:19|20)\d{2}$/)
    .optional(),
  /** The body's part of the URL. */
  slug: z.string().optional(),
  /** Name of a body that the tables do not name. */
  publisher: z.string().optional(),
  /** What became of projects that the file no longer has, by their ids: the id of their new name, or empty: withdrawn. */
  gone: z.record(z.string(), z.string()).optional(),
  /** What labels of its tables are, as far as staff chose it: ids of choices by the labels' keys; and the name of the form. */
  taught: z
    .strictObject({ choices: z.record(z.string(), z.string()), name: z.string().optional() })
    .optional(),
  /** Of a file that has no project of those that are published: whether these stay. */
  apart: z.enum(['add', 'replace']).optional(),
});
export type Answers = z.infer<typeof AnswersSchema>;

const DraftSchema = z.strictObject({
  id: z.uuid(),
  /** The file's name, as it was dropped. */
  name: z.string().min(1),
  /** When it was dropped, ISO 8601. */
  dropped: z.iso.datetime(),
  /** Of the file. */
  bytes: z.int().nonnegative(),
  /** False: it was too large to be taken. */
  isKept: z.boolean(),
  answers: AnswersSchema,
});
export type Draft = z.infer<typeof DraftSchema>;

export interface Drafts {
  /** Newest first. */
  list: () => Draft[];
  /** Null: there is none with this id. */
  find: (id: string) => Draft | null;
  add: (name: string, bytes: Buffer) => Draft;
  /** A file that is too large: only its name and size are kept. */
  addLarge: (name: string, bytes: number) => Draft;
  read: (draft: Draft) => Buffer;
  answer: (draft: Draft, answers: Answers) => Draft;
  remove: (draft: Draft) => void;
  /** Removes the one with this id, if it is there. */
  drop: (id: string) => void;
}

const ID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;

/** @param folder Absolute; it need not be there. */
export function openDrafts(folder: string): Drafts {
  const folderOf = (id: string) => join(folder, id);
  const write = (draft: Draft) => {
    replaceFile(join(folderOf(draft.id), 'draft.json'), `${JSON.stringify(draft, null, 2)}\n`);
    return draft;
  };
  const add = (name: string, bytes: number, file: Buffer | null) => {
    const id = randomUUID();
    mkdirSync(folderOf(id), { recursive: true });
    try {
      if (file) replaceFile(join(folderOf(id), 'original'), file);
      const dropped = new Date().toISOString();
      return write({ id, name, dropped, bytes, isKept: file !== null, answers: {} });
    } catch (error) {
      rmSync(folderOf(id), { recursive: true, force: true });
      throw error;
    }
  };
  const find = (id: string) => {
    const file = join(folderOf(id), 'draft.json');
    // An id is a part of a path.
    if (!ID.test(id) || !existsSync(file)) return null;
    return DraftSchema.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data ?? null;
  };
  return {
    find,
    list: () =>
      (existsSync(folder) ? readdirSync(folder) : [])
        .map(find)
        .filter((draft) => draft !== null)
        .sort((a, b) => (a.dropped < b.dropped ? 1 : -1)),
    add: (name, bytes) => add(name, bytes.length, bytes),
    addLarge: (name, bytes) => add(name, bytes, null),
    read: ({ id }) => readFileSync(join(folderOf(id), 'original')),
    answer: (draft, answers) => write({ ...draft, answers }),
    remove: ({ id }) => {
      rmSync(folderOf(id), { recursive: true, force: true });
    },
    drop: (id) => {
      if (ID.test(id)) rmSync(folderOf(id), { recursive: true, force: true });
    },
  };
}
