/** Who may import whom. A floor uses the floors under it; rooms of one floor don't know each other. */
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

/** Rooms of `src/`, from the ground up. */
const FLOORS: readonly (readonly string[])[] = [
  ['tab-table', 'table', 'cache', 'styles', 'version.ts'],
  ['record'],
  ['identity', 'display'],
  ['content', 'search', 'share-image'],
  ['import', 'report', 'collection', 'revisions'],
  ['astro-internals', 'check'],
  ['site'],
  ['downloads'],
  ['redirects', 'metadata'],
  ['components'],
  ['layouts'],
  ['pages', 'content.config.ts', 'verify'],
  ['build'],
  ['desk'],
];
/** Rooms that use less than the floors under them. */
const LIMITS: Record<string, readonly string[]> = {
  'version.ts': ['package.json'],
  table: [],
  record: ['table'],
  identity: ['record', 'cache'],
  display: ['record'],
  search: ['record', 'display', 'cache'],
  'share-image': ['display'],
  // The conservation check shares no code with what it checks.
  verify: [],
};
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const files = ['src', 'scripts']
  .flatMap((top) =>
    readdirSync(join(ROOT, top), { recursive: true, encoding: 'utf8' }).map((path) => `${top}/${path}`),
  )
  .filter((path) => /\.(?:ts|astro|css)$/.test(path) && !path.endsWith('.d.ts') && !path.includes('/peers/'));

test('src has only the rooms that are listed here', () => {
  const rooms = files.filter((path) => path.startsWith('src/')).map(roomOf);
  expect([...new Set(rooms)].sort()).toEqual(FLOORS.flat().sort());
});

test('the architecture page shows these floors, the highest first', () => {
  const rows = readFileSync(join(ROOT, 'src/README.md'), 'utf8').matchAll(/^\| +\d+ \| ([^|]+) \|/gm);
  const shown = [...rows].map(([, rooms = '']) => [...rooms.matchAll(/`([^`]+)`/g)].map(([, room]) => room));
  expect(shown.reverse()).toEqual(FLOORS);
});

test.each(files)('%s imports only what it may', (path) => {
  const room = roomOf(path);
  const wrong = importsOf(path).filter((other) => other !== room && !mayImport(room, other));
  expect(wrong).toEqual([]);
});

function mayImport(room: string, other: string): boolean {
  // Commands use everything; what they share is theirs.
  if (room.startsWith('scripts')) return true;
  if (room in LIMITS) return LIMITS[room]?.includes(other) ?? false;
  return floorOf(other) !== -1 && floorOf(other) < floorOf(room);
}

function floorOf(room: string): number {
  return FLOORS.findIndex((rooms) => rooms.includes(room));
}

/** `record` for a file of `src/record/`, `scripts/bench` for one of a command's folder; files of `scripts/` itself are commands. */
function roomOf(path: string): string {
  const [top = '', first = '', second] = path.split('/');
  if (top === 'src') return first;
  return top === 'scripts' && second !== undefined ? `scripts/${first}` : top;
}

/** The rooms that a file names in relative imports, `import()` and `export … from` included. */
function importsOf(path: string): string[] {
  const text = readFileSync(join(ROOT, path), 'utf8');
  const specifiers = [...text.matchAll(/(?:from|@?import)\s*\(?\s*['"](\.[^'"]+)['"]/g)].map(
    ([, specifier = '']) => specifier,
  );
  return specifiers.map((specifier) =>
    roomOf(relative(ROOT, join(ROOT, dirname(path), specifier)).replaceAll('\\', '/')),
  );
}
