import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * Writes the report into the project's folder for generated files, which git ignores.
 *
 * @param root The project's folder, absolute.
 * @returns Its whole address: the folder's name begins with a dot, so file managers hide it.
 */
export function saveReport(root: string, html: string): string {
  const path = join(root, '.jixiao', 'check.html');
  mkdirSync(join(root, '.jixiao'), { recursive: true });
  writeFileSync(path, html);
  return pathToFileURL(path).href;
}
