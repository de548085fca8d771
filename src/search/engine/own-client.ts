/**
 * In: Pagefind's client, `pagefind.js`.
 * Out: the same module, which also lets us answer what it asks the network for, and lends its unpacking of gzip.
 */

import type { Bytes } from '../index-format.ts';

/** What the module exports beside Pagefind's own. */
export interface OwnClient {
  /** From now on Pagefind's client asks this, and not the network. */
  answerWith: (answer: (url: string) => Promise<Response>) => void;
  /** Contents of gzip. */
  unpack: (bytes: Bytes) => Bytes;
}

/** Names of Pagefind's own, as its bundler has left them: of what it calls for a file, and of what unpacks one. */
const ASKS = 'await fetch(';
const UNPACKS = 'gz_default';

/** Throws where the client is not as it is known. */
export function toOwnClient(client: string): string {
  for (const name of [ASKS, UNPACKS])
    if (!client.includes(name)) throw new Error(`Pagefind's client has no ${name}`);
  const own = [
    `let fetch=(url)=>globalThis.fetch(url)`,
    `export const answerWith=(answer)=>{fetch=answer}`,
    `export const unpack=(bytes)=>${UNPACKS}(bytes)`,
  ];
  return `${own.join(';')};${client}`;
}
