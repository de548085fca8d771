import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** An original that a source was made of. */
export interface ImportedOriginal {
  /** The source's path, relative to the content folder, forward slashes. */
  path: string;
  /** SHA-256 of the original, lower-case hex. */
  sha256: string;
}

/** The originals that the sources of a content folder name in their front matter, read without parsing the sources. */
export function findImported(folder: string): ImportedOriginal[] {
  const top = join(folder, 'disclosures');
  if (!existsSync(top)) return [];
  const paths = readdirSync(top, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.md'),
  );
  return paths.sort().flatMap((path) => {
    const text = readFileSync(join(top, path), 'utf8');
    return [...frontMatterOf(text).matchAll(/^\s*(?:- )?sha256:\s*["']?([\da-f]{64})/gm)].map(
      ([, sha256 = '']) => ({
        path: `disclosures/${path.replaceAll('\\', '/')}`,
        sha256,
      }),
    );
  });
}

/** Names of the copies of originals that a source has next to it, read without parsing it. */
export function findCopies(source: string): string[] {
  const names = frontMatterOf(source).matchAll(/^\s*(?:- )?file:\s*["']?([\da-z][\da-z.-]*)/gm);
  return [...new Set([...names].map(([, name = '']) => name))];
}

function frontMatterOf(text: string): string {
  return /^\u{feff}?---\r?\n(?<head>[^]*?)\n---/u.exec(text)?.groups?.['head'] ?? '';
}
