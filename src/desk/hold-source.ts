/**
 * In: a source of the content that a new one is about to replace, and the record of URLs.
 * Out: the old ones, kept until the new one is published; they come back where nothing is published.
 */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { replaceFile, replaceFiles } from '../cache/replace-file.ts';
import { PERMALINKS } from '../identity/permalinks.ts';

const HeldSchema = z.strictObject({
  /** Of the source, relative to the content folder. */
  path: z.string().regex(/^disclosures\/\d{4}\/[\da-z-]+\.md$/),
  /** Names of its files: the source and the copies of its originals. Empty: there was none. */
  files: z.array(z.string()),
});
type Held = z.infer<typeof HeldSchema>;

/** @param keep A folder for it, absolute. */
export function holdSource(folder: string, path: string, keep: string): void {
  const files = filesOf(folder, path);
  rmSync(keep, { recursive: true, force: true });
  mkdirSync(keep, { recursive: true });
  for (const name of files) cpSync(join(folder, dirname(path), name), join(keep, name));
  const permalinks = join(folder, PERMALINKS);
  if (existsSync(permalinks)) cpSync(permalinks, join(keep, PERMALINKS));
  // The list comes last: without it, nothing is restored.
  const held: Held = { path, files };
  replaceFile(join(keep, 'held.json'), JSON.stringify(held));
}

/** The path of the source that is held. Null: none is. */
export function heldSource(keep: string): string | null {
  return readHeld(keep)?.path ?? null;
}

/** The new source is published: the old one is not needed. */
export function releaseHeld(keep: string): void {
  rmSync(keep, { recursive: true, force: true });
}

/** The content is as it was when its source was held. */
export function restoreHeld(folder: string, keep: string): void {
  const held = readHeld(keep);
  if (!held) return;
  const { path, files } = held;
  const place = join(folder, dirname(path));
  const added = filesOf(folder, path).filter((name) => !files.includes(name));
  const permalinks = join(keep, PERMALINKS);
  if (existsSync(permalinks)) replaceFile(join(folder, PERMALINKS), readFileSync(permalinks));
  replaceFiles(files.map((name) => ({ path: join(place, name), data: readFileSync(join(keep, name)) })));
  // The source first: the site takes no notice of copies without one.
  for (const name of added.sort((a, b) => Number(b.endsWith('.md')) - Number(a.endsWith('.md'))))
    rmSync(join(place, name));
  releaseHeld(keep);
}

function readHeld(keep: string): Held | null {
  const list = join(keep, 'held.json');
  return existsSync(list)
    ? (HeldSchema.safeParse(JSON.parse(readFileSync(list, 'utf8'))).data ?? null)
    : null;
}

function filesOf(folder: string, path: string): string[] {
  const place = join(folder, dirname(path));
  const name = basename(path, '.md');
  if (!existsSync(place)) return [];
  return readdirSync(place)
    .filter((file) => file === `${name}.md` || /^\.original(?:-\d+)?\./.test(file.slice(name.length)))
    .filter((file) => file.startsWith(name))
    .sort();
}
