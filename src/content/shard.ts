import { createHash } from 'node:crypto';
import { RESERVED_FILES } from '../identity/reserved.ts';

/** Part `number` of `count` parts of the bodies, from 1. */
export interface Shard {
  number: number;
  count: number;
}

/** `3/8`. Throws for staff where it is anything else. */
export function parseShard(text: string): Shard {
  const [, number, count] = /^(\d{1,4})\/(\d{1,4})$/.exec(text)?.map(Number) ?? [];
  if (!number || !count || number > count)
    throw new Error(`--shard ${text}：应写成“第几份/共几份”，如 --shard 3/8`);
  return { number, count };
}

/**
 * Whether a body is built in a shard. Only the body's name in the URL decides: all its years are in one shard, and adding a
 * body moves no other.
 */
export function isInShard(slug: string, { number, count }: Shard): boolean {
  const digest = createHash('sha256').update(slug).digest();
  return digest.readUInt32BE() % count === number - 1;
}

/** Whether a page belongs to one body, and so to a shard: `/2026/<body>/…`. */
export function isBodyPage(pathname: string): boolean {
  const file = /^\/?(?:19|20)\d{2}\/([^/]+)/.exec(pathname)?.[1];
  return file !== undefined && !RESERVED_FILES.includes(file);
}
