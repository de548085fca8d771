import { hash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Of a file. */
interface Digest {
  /** In hexadecimal. */
  sha256: string;
  bytes: number;
}

/** The files of a site, by the paths of their addresses. */
export interface BuiltSite {
  /** What whole addresses begin with; empty where the site has no address. */
  origin: string;
  /** The path of the site's address, with which all links begin; empty where it has none. */
  base: string;
  /** What each page says of the site and who runs it. */
  identity: readonly string[];
  /** The same by name: `name`, `licence`, `siteCode`. */
  facts: Readonly<Record<string, string | undefined>>;
  /** Where errors in figures are reported; undefined: nowhere. */
  reportTo: string | undefined;
  /** Whether `site.json` asks for an image of each project. Undefined: it does not say. */
  shareImages: boolean | undefined;
  /** `MM-DD`: until when results of the year before are published in time. Undefined: `site.json` does not say. */
  resultsDue: string | undefined;
  /** Whether other sites may show projects in frames. */
  isEmbedded: boolean;
  hasFile: (path: string) => boolean;
  /** Where a file is, by the path of its address. */
  pathOf: (path: string) => string;
  /** Undefined: there is no such file. */
  digestOf: (path: string) => Digest | undefined;
}

/** Of the project, for a content folder without one. */
const SITE = new URL('../../content/site.json', import.meta.url);

export function openBuiltSite(content: string, dist: string): BuiltSite {
  const file = join(content, 'site.json');
  const text = readFileSync(existsSync(file) ? file : SITE, 'utf8').replace(/^\uFEFF/, '');
  const {
    $schema: _,
    embed,
    shareImages,
    resultsDue,
    ...texts
  } = JSON.parse(text) as Record<string, unknown>;
  const { url = '', reportTo, ...identity } = texts as Record<string, string>;
  const found = new Map<string, boolean>();
  const digests = new Map<string, Digest>();
  const fileOf = (path: string) =>
    join(dist, path === '/404/' ? '404.html' : path.replace(/\/$/, '/index.html'));
  const hasFile = (path: string) => {
    const isThere = found.get(path) ?? existsSync(fileOf(path));
    found.set(path, isThere);
    return isThere;
  };
  return {
    origin: url.replace(/\/$/, ''),
    base: /^[a-z]+:\/\/[^/]+(\/.*?)\/?$/i.exec(url)?.[1] ?? '',
    identity: Object.values(identity),
    facts: identity,
    reportTo,
    shareImages: shareImages as boolean | undefined,
    resultsDue: resultsDue as string | undefined,
    isEmbedded: embed !== undefined,
    hasFile,
    pathOf: fileOf,
    digestOf(path) {
      if (hasFile(path) && !digests.has(path)) {
        const bytes = readFileSync(fileOf(path));
        digests.set(path, { sha256: hash('sha256', bytes), bytes: bytes.length });
      }
      return digests.get(path);
    },
  };
}
