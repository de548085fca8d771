/** Where tests are: `tests/unit` mirrors `src` and `scripts`, and runs in this process alone. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';

/** Tests of the repository as a whole, of the guide, of formats that must agree, and properties of a room. */
const OF_NO_FILE =
  /^(?:documents|import-direction|issue-forms|layout|packages|workflow|content\/guide-forms|import\/(?:marked-originals|result-fixtures|result-tables)|.+\/(?:properties|layouts))$/;
/** Modules that start a process or open a port. */
const OUTSIDE = /^(?:node:)?(?:child_process|cluster|dgram|https?|http2|net|worker_threads)$|playwright/;
/** Helpers that do so. */
const SPAWNING = /helpers\/(?:run-script|build-fixture|open-page|serve-[a-z-]+)\.ts$|scripts\/browser\//;

const paths = readdirSync('tests/unit', { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.ts'));
const names = paths
  .filter((path) => path.endsWith('.test.ts'))
  .map((path) => path.replace(/\.test\.ts$/, ''))
  .filter((name) => !OF_NO_FILE.test(name));

test.each(names)('%s is the name of a file that is tested', (name) => {
  const tested = /^(?:scripts|helpers)\//.test(name)
    ? name.replace(/^helpers/, 'tests/helpers')
    : `src/${name}`;
  expect(existsSync(`${tested}.ts`) || existsSync(`${tested}.js`)).toBe(true);
});

test.each(paths)('%s starts no process and opens no port', (path) => {
  const text = readFileSync(`tests/unit/${path}`, 'utf8');
  const imports = [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, name = '']) => name);
  expect(imports.filter((name) => OUTSIDE.test(name) || SPAWNING.test(name))).toEqual([]);
});
