/** `npm ci` installs what publishing loads; the packages of `scripts/quality` come with the first command that loads them. */
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { must } from '../../src/record/must.ts';

interface Manifest {
  scripts: Record<string, string>;
  devDependencies: Record<string, string>;
}

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const { scripts } = JSON.parse(read('package.json')) as Manifest;
const quality = Object.keys((JSON.parse(read('scripts/quality/package.json')) as Manifest).devDependencies);
const commands = Object.entries(scripts);
const LIGHT =
  'postinstall start build merge preview pack desk dev check import permalinks supply-chain sbom pretest'.split(
    ' ',
  );
/** Programs of these packages, and Vitest, whose tests load them. */
const PROGRAMS = /\b(?:astro check|eslint|knip|prettier|stryker|vitest)\b/;
/** Packages that others load by a name of their own. */
const LOADED: Record<string, RegExp> = {
  '@astrojs/check': /\bastro check\b/,
  '@stryker-mutator/core': /\bstryker run\b/,
  '@stryker-mutator/vitest-runner': /"testRunner": "vitest"/,
  '@vitest/coverage-v8': /provider: 'v8'/,
  typescript: /\bastro check\b/,
};

const folders = ['src', 'scripts', 'tests'].flatMap((top) =>
  readdirSync(join(ROOT, top), { recursive: true, encoding: 'utf8' }).map((path) => join(top, path)),
);
const sources = folders.filter((path) => /\.(?:ts|js|astro)$/.test(path) && !path.includes('peers'));
const configs = ['package.json', ...folders.filter((path) => /^tests.[^/\\]*\.json$/.test(path))];
const texts = [...sources, ...configs].map(read);

test.each([...sources.filter((path) => path.startsWith('src')), 'astro.config.mjs'])(
  '%s loads only what `npm ci` installs',
  (path) => {
    expect(loadedBy(path).filter((name) => quality.includes(name))).toEqual([]);
  },
);

test.each(LIGHT)('`npm run %s` loads only what `npm ci` installs', (name) => {
  expect(loadsQuality(must(scripts[name]))).toBe(false);
});

test.each(commands.filter(([, line]) => loadsQuality(line)))(
  '`npm run %s` installs the packages of scripts/quality first',
  (name) => {
    expect(scripts[`pre${name}`]).toMatch(/^node scripts\/ensure-test-tools\.ts(?: --packages)?$/);
  },
);

test.each(quality)('%s is used', (name) => {
  const uses = LOADED[name] ?? new RegExp(`(?<![\\w-])${name.replace(/^@types\//, '')}(?![\\w-])`);
  expect(texts.some((text) => uses.test(text))).toBe(true);
});

test('pdf.js gets the matrices that it calculates with, and not a library for drawing of 36 MB', () => {
  expect(read('package-lock.json')).not.toContain('node_modules/@napi-rs/canvas-');
});

function loadsQuality(line: string): boolean {
  const entries = [...line.matchAll(/node (scripts\/\S+\.[jt]s)/g)].map(([, path]) => must(path));
  const loaded = reachedFrom(entries).flatMap(loadedBy);
  return PROGRAMS.test(line) || loaded.some((name) => quality.includes(name));
}

/** The files that a command loads, itself included. */
function reachedFrom(entries: readonly string[]): string[] {
  const reached = new Set(entries);
  for (const path of reached)
    for (const specifier of importsOf(path))
      if (/^\..*\.ts$/.test(specifier)) reached.add(relative(ROOT, join(ROOT, dirname(path), specifier)));
  return [...reached];
}

/** The packages whose code a file runs. */
function loadedBy(path: string): string[] {
  return importsOf(path)
    .filter((specifier) => !/^\.|^node:/.test(specifier))
    .map((specifier) => must(/^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0]));
}

/** What a file names in imports, `import()` and `export … from`, but for types. */
function importsOf(path: string): string[] {
  const text = read(path).replaceAll(/^(?:import|export) type [^;]*;/gm, '');
  return [...text.matchAll(/(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g)].map(([, specifier]) =>
    must(specifier),
  );
}
