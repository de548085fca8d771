import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { contentPart } from '../content/content-folder.ts';

/**
 * SHA-256 over everything that may change any page besides the content of the page: the code, its packages and its Node, the
 * guide, the office's forms, and who runs the site.
 *
 * @param more Other content that every page has, such as the newest year in the main navigation.
 */
export function templateDigest(root: string, folder: string, more: readonly unknown[]): string {
  const parts = [
    join(root, 'src'),
    join(root, 'package-lock.json'),
    join(folder, 'forms'),
    contentPart(root, folder, 'guide'),
    contentPart(root, folder, 'site.json'),
  ];
  return digestOf(parts, more);
}

/** SHA-256 over the code of the conservation check. */
export function verifierDigest(root: string): string {
  return digestOf([join(root, 'src', 'verify'), join(root, 'package-lock.json')], []);
}

function digestOf(parts: readonly string[], more: readonly unknown[]): string {
  const digest = createHash('sha256').update(JSON.stringify([process.version, ...more]));
  for (const part of parts)
    for (const path of filesUnder(part))
      digest.update(relative(dirname(part), path)).update(readFileSync(path));
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
