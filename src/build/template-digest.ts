import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { filesUnder } from '../cache/files-under.ts';
import { contentPart } from '../content/content-folder.ts';

/**
 * SHA-256 over everything that may change any page besides the content: the code, its packages and its Node, the guide, the
 * office's forms, and who runs the site.
 */
export function templateDigest(root: string, folder: string): string {
  const parts = [
    join(root, 'src'),
    // The version, and the packages.
    join(root, 'package.json'),
    join(root, 'package-lock.json'),
    join(folder, 'forms'),
    contentPart(root, folder, 'guide'),
    contentPart(root, folder, 'site.json'),
  ];
  return digestOf(parts, []);
}

/**
 * SHA-256 over all that the bundle of the pages is made from: it has paths of the project's folder in it, and nothing of the
 * content.
 */
export function bundleDigest(root: string, template: string): string {
  return digestOf([join(root, 'public')], [template, root]);
}

/** SHA-256 over all that a site is built from. @param more What is no file, such as the history of the content. */
export function siteDigest(root: string, folder: string, more: readonly unknown[]): string {
  const names = existsSync(folder) ? readdirSync(folder).sort() : [];
  const parts = names.filter((name) => name !== '.git').map((name) => join(folder, name));
  return digestOf(parts, [bundleDigest(root, templateDigest(root, folder)), ...more]);
}

/** SHA-256 over a built site. */
export function outputDigest(out: string): string {
  return digestOf([out], []);
}

/** SHA-256 over the code of the conservation check. */
export function verifierDigest(root: string): string {
  return digestOf([join(root, 'src', 'verify'), join(root, 'package-lock.json')], []);
}

function digestOf(parts: readonly string[], more: readonly unknown[]): string {
  const digest = createHash('sha256').update(JSON.stringify([process.version, ...more]));
  for (const part of parts)
    for (const path of filesOf(part)) digest.update(relative(dirname(part), path)).update(readFileSync(path));
  return digest.digest('hex');
}

/** All files of a folder, or the file itself. */
function filesOf(path: string): string[] {
  const isFile = existsSync(path) && statSync(path).isFile();
  return isFile ? [path] : filesUnder(path).map((name) => join(path, name));
}
