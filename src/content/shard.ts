import { createHash } from 'node:crypto';

/** A part of the bodies: the `number`th, from 1, of `count`. */
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
 * Whether a body is built in a shard. It depends on the body's name in the URL alone: all its years fall into one shard, and
 * another body more or less moves none.
 */
export function isInShard(slug: string, { number, count }: Shard): boolean {
  const digest = createHash('sha256').update(slug).digest();
  return digest.readUInt32BE() % count === number - 1;
}

/** The shard that this process builds, which the loaders are told by the environment; null: all bodies. */
export function currentShard(): Shard | null {
  const text = process.env['JIXIAO_SHARD'];
  return text ? parseShard(text) : null;
}

/** Whether a page is one body's own, and so built in a shard: `/2026/<body>/…`. */
export function isBodyPage(pathname: string): boolean {
  return /^\/?(?:19|20)\d{2}\/(?!(?:bodies|page)(?:\/|$))[^/]+/.test(pathname);
}
