/**
 * In: the text of files that import each other.
 * Out: the unit tests of its folder that run a file, the nearest first.
 */
import { posix } from 'node:path';

/** Relative paths of imports, also of those that a worker thread or `import()` loads. */
const IMPORT = /(?:\bfrom|\bimport|\bimport\(|\bnew URL\()\s*'(\.[^'?]+)/g;

/**
 * @param texts By path from the project's folder.
 * @returns For a file, its tests: first those that import it, then those that import a file that does, and so on. The one of the
 * same name is the first.
 */
export function relatedTests(texts: ReadonlyMap<string, string>): (file: string) => string[] {
  const importers = new Map<string, string[]>();
  for (const [path, text] of texts)
    for (const [, target = ''] of text.matchAll(IMPORT)) {
      const imported = posix.join(posix.dirname(path), target);
      importers.set(imported, [...(importers.get(imported) ?? []), path]);
    }
  return (file) => {
    // A set lists what is added while it is being read.
    const found = new Set([file]);
    for (const path of found) for (const importer of importers.get(path) ?? []) found.add(importer);
    const mirror = file.replace(/^src\//, 'tests/unit/').replace(/\.ts$/, '.test.ts');
    const folder = mirror.split('/').slice(0, 3).join('/');
    const tests = [...found].filter((path) => path.startsWith(`${folder}/`) && path.endsWith('.test.ts'));
    return [...tests.filter((path) => path === mirror), ...tests.filter((path) => path !== mirror)];
  };
}
