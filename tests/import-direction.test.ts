import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

/** Who may import whom: a part of `src/`, and the parts that it may use beside itself. */
const allowed: Record<string, readonly string[]> = {
  syntax: [],
  table: [],
  record: ['table'],
  'decode-source.ts': ['table'],
  'read-publication.ts': ['table', 'record'],
  'check-ids.ts': ['record'],
  'check-recorded.ts': ['record'],
  'settle-ids.ts': ['record'],
  'read-disclosure.ts': ['syntax', 'table', 'record', 'decode-source.ts', 'read-publication.ts'],
  import: ['table', 'record', 'read-disclosure.ts'],
  collection: ['record', 'read-disclosure.ts', 'check-ids.ts', 'check-recorded.ts', 'settle-ids.ts'],
  report: ['table', 'record', 'read-disclosure.ts', 'collection'],
  'content.config.ts': ['collection', 'record'],
  display: ['record'],
  search: ['record', 'display'],
  data: ['record', 'collection'],
  styles: [],
  components: ['record', 'collection', 'data', 'display', 'search', 'styles'],
  layouts: ['record', 'collection', 'data', 'display', 'components', 'styles'],
  pages: ['record', 'collection', 'data', 'display', 'components', 'layouts', 'search', 'styles'],
};

const root = fileURLToPath(new URL('..', import.meta.url));
const src = join(root, 'src');
const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => /\.(?:ts|astro|css)$/.test(path) && !path.endsWith('.d.ts'));

test('src has only the parts that are listed here', () => {
  expect([...new Set(files.map(partOf))].sort()).toEqual(Object.keys(allowed).sort());
});

test.each(files)('src/%s imports only what it may', (path) => {
  const part = partOf(path);
  const wrong = importsOf(path).filter((other) => other !== part && !allowed[part]?.includes(other));
  expect(wrong).toEqual([]);
});

test('src imports nothing from outside itself', () => {
  const outside = files.filter((path) => importsOf(path).some((part) => part.startsWith('..')));
  expect(outside).toEqual([]);
});

function partOf(path: string): string {
  return path.split('/')[0] ?? '';
}

/** The parts of src that a file names in relative imports, `import()` and `export … from` included. */
function importsOf(path: string): string[] {
  const text = readFileSync(join(src, path), 'utf8');
  const specifiers = [...text.matchAll(/(?:from|@?import)\s*\(?\s*['"](\.[^'"]+)['"]/g)].map(
    ([, specifier = '']) => specifier,
  );
  return specifiers.map((specifier) => {
    const target = relative(src, join(src, dirname(path), specifier)).replaceAll('\\', '/');
    return target.startsWith('..') ? '..' : partOf(target);
  });
}
