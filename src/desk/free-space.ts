/** Whether the disks have room for another build. */
import { existsSync, statSync, statfsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { filesUnder } from '../cache/files-under.ts';
import type { Desk } from './desk.ts';
import { PARTS } from './stage/content-files.ts';

export interface Space {
  /** The folder that is on the disk. */
  folder: string;
  /** Bytes that this user can still write there. */
  free: number;
  /** Bytes that a build needs there. */
  needed: number;
}

/** Bytes of a site with one table: styles, scripts, fonts, guide, search. */
const FIRST = 8_000_000;
/** A new site may be larger than the one before: a tenth, and a table. */
const MORE = { times: 1.1, bytes: 1_000_000 };

/**
 * The disk with too little room for a build: it needs a copy of the content and a new site, which is estimated by the one that is
 * there. Null: there is room, as far as anybody knows before.
 */
export function lackingSpace({ state, folder, out }: Desk): Space | null {
  const before = bytesUnder(out);
  const site = before === 0 ? FIRST : Math.ceil(before * MORE.times) + MORE.bytes;
  const content = PARTS.reduce((sum, part) => sum + bytesUnder(join(folder, part)), 0);
  const isOneDisk = diskOf(state) === diskOf(out);
  const spaces = [toSpace(state, site + content), ...(isOneDisk ? [] : [toSpace(out, site)])];
  return spaces.find(({ free, needed }) => free < needed) ?? null;
}

/** Room on the disk of a folder that may not be there yet. @param needed Bytes. */
export function toSpace(folder: string, needed: number): Space {
  const { bavail, bsize } = statfsSync(existing(folder));
  return { folder, free: bavail * bsize, needed };
}

function diskOf(folder: string): number {
  return statSync(existing(folder)).dev;
}

function existing(folder: string): string {
  return existsSync(folder) ? folder : existing(dirname(folder));
}

function bytesUnder(path: string): number {
  if (!existsSync(path)) return 0;
  if (statSync(path).isFile()) return statSync(path).size;
  return filesUnder(path).reduce((sum, name) => sum + statSync(join(path, name)).size, 0);
}
