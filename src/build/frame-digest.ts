import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { contentPart } from '../content/content-folder.ts';

/**
 * SHA-256 over everything that may change any page without a change of the page's own content: the code, its packages and
 * its Node, the guide, and who runs the site.
 *
 * @param more What else stands in every page, such as the newest year, which the main navigation names.
 */
export function frameDigest(root: string, more: readonly unknown[]): string {
  const parts = [
    join(root, 'src'),
    join(root, 'astro.config.mjs'),
    join(root, 'package-lock.json'),
    contentPart(root, 'guide'),
    contentPart(root, 'site.json'),
  ];
  return digestOf(root, parts, more);
}

/** SHA-256 over the code that finds the sources again in the site. */
export function verifierDigest(root: string): string {
  return digestOf(root, [join(root, 'src', 'verify'), join(root, 'package-lock.json')], []);
}

function digestOf(root: string, parts: readonly string[], more: readonly unknown[]): string {
  const digest = createHash('sha256').update(JSON.stringify([process.version, ...more]));
  for (const path of parts.flatMap(filesUnder))
    digest.update(path.slice(root.length)).update(readFileSync(path));
  return digest.digest('hex');
}

function filesUnder(path: string): string[] {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
