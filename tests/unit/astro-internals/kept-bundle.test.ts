import { existsSync, mkdirSync, readFileSync, readdirSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { openKeptBundles } from '../../../src/astro-internals/kept-bundle.ts';
import { tempFolders } from '../../helpers/temp-folders.ts';
import { writeFiles } from '../../helpers/write-files.ts';

const newFolder = tempFolders();
let kept: string;
let outDir: string;

beforeEach(() => {
  kept = join(newFolder(), 'bundles');
  outDir = join(newFolder(), 'building');
});

test('a bundle that was kept is taken whole, by its digest', () => {
  const made = writeFiles(newFolder(), { '.prerender/entry.mjs': 'export {}', '_astro/page.css': 'p {}' });
  const bundles = openKeptBundles(kept);
  bundles.keep('a', made);
  expect(bundles.take('b', outDir)).toBe(false);
  expect(existsSync(outDir)).toBe(false);
  expect(bundles.take('a', outDir)).toBe(true);
  expect(readFileSync(join(outDir, '.prerender/entry.mjs'), 'utf8')).toBe('export {}');
  expect(readFileSync(join(outDir, '_astro/page.css'), 'utf8')).toBe('p {}');
});

test('of two builds of the same code the first keeps its bundle', () => {
  const bundles = openKeptBundles(kept);
  bundles.keep('a', writeFiles(newFolder(), { entry: 'first' }));
  bundles.keep('a', writeFiles(newFolder(), { entry: 'second' }));
  expect(readdirSync(kept)).toEqual(['a']);
  bundles.take('a', outDir);
  expect(readFileSync(join(outDir, 'entry'), 'utf8')).toBe('first');
});

test('those that were not used for the longest time are removed', () => {
  mkdirSync(kept);
  for (let age = 1; age <= 8; age += 1) {
    writeFiles(kept, { [`${age}/entry`]: '' });
    utimesSync(join(kept, String(age)), new Date(), new Date(Date.now() - age * 60_000));
  }
  const bundles = openKeptBundles(kept);
  expect(bundles.take('8', outDir)).toBe(true);
  bundles.keep('new', writeFiles(newFolder(), { entry: '' }));
  expect(readdirSync(kept).sort()).toEqual(['1', '2', '3', '4', '5', '6', '8', 'new']);
});
