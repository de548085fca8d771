import { cpSync, appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { parserDigest } from '../../../src/content/parser-digest.ts';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'jixiao-root-'));
  cpSync('src', join(root, 'src'), { recursive: true });
  cpSync('package-lock.json', join(root, 'package-lock.json'));
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

test('is the same for the same code, wherever it stands', () => {
  expect(parserDigest(root)).toBe(parserDigest('.'));
});

test.each([
  'src/tab-table/split-row.ts',
  'src/table/read-grid.ts',
  'src/record/rules/years-agree.ts',
  'src/content/read-disclosure.ts',
  'src/collection/to-disclosure-entry.ts',
  'src/collection/disclosure-entry-schema.ts',
  'src/content.config.ts',
  'package-lock.json',
])('changes with %s', (path) => {
  appendFileSync(join(root, path), ' ');
  expect(parserDigest(root)).not.toBe(parserDigest('.'));
});
