import { join } from 'node:path';
import { readIfThere } from '../cache/digest-store.ts';

/** The path that the links of a built site begin with: `/jixiao`. Empty: it is at the root of its server. */
export function baseOfSite(site: string): string {
  const html = readIfThere(join(site, 'index.html'))?.toString() ?? '';
  return /<html[^>]*? data-base="([^"]*)"/.exec(html)?.[1] ?? '';
}
