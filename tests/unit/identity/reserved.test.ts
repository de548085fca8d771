import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { isReservedAnchor, RESERVED_FILES, RESERVED_PROJECTS } from '../../../src/identity/reserved.ts';

const PROJECT_PAGE = 'src/pages/[year]/[body]/[project]/[...page].astro';

/** Folders of pages with names of their own, as in `/2026/bodies/`. */
const fixedPages = (folder: string) =>
  readdirSync(folder).filter(
    (name) =>
      !name.startsWith('[') &&
      ['index.astro', '[...page].astro'].some((page) => existsSync(`${folder}/${name}/${page}`)),
  );

test('no file and no project may have the name of a page', () => {
  // Lists go on at `page/2/`.
  expect(RESERVED_FILES).toEqual([...fixedPages('src/pages/[year]'), 'page'].sort());
  expect(RESERVED_PROJECTS).toEqual(fixedPages('src/pages/[year]/[body]'));
});

test('no row may have the id of an element of its page', () => {
  const templates = withComponents(PROJECT_PAGE);
  const ids = [...templates].flatMap((path) =>
    [...readFileSync(path, 'utf8').matchAll(/\sid="([^"]+)"/g)].map(([, id = '']) => id),
  );
  expect(ids.length).toBeGreaterThan(5);
  expect(ids.filter((id) => !isReservedAnchor(id))).toEqual([]);
  expect(isReservedAnchor('l12')).toBe(true);
  expect(isReservedAnchor('level3')).toBe(false);
});

/** A page with the components and layouts that it uses, directly or not. */
function withComponents(path: string, found = new Set<string>()): Set<string> {
  found.add(path);
  for (const [, name = ''] of readFileSync(path, 'utf8').matchAll(/from '([^']+\.astro)'/g)) {
    const used = ['src/components', 'src/layouts'].map((room) => `${room}/${basename(name)}`);
    for (const other of used) if (existsSync(other) && !found.has(other)) withComponents(other, found);
  }
  return found;
}
