import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

/** The folder that holds `disclosures/`: `$JIXIAO_CONTENT`, else the project's `content/`. Absolute. */
export function contentFolder(root: string): string {
  return resolve(root, process.env['JIXIAO_CONTENT'] || 'content');
}

/** The folder that the site is written to: `$JIXIAO_OUT`, else the project's `dist/`. Absolute. */
export function outputFolder(root: string): string {
  return resolve(root, process.env['JIXIAO_OUT'] || 'dist');
}

/** A part of the content (`guide`, `site.json`): the content folder's, else the project's. */
export function contentPart(root: string, folder: string, part: string): string {
  const path = resolve(folder, part);
  return existsSync(path) ? path : resolve(root, 'content', part);
}
