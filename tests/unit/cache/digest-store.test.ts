import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDigestStore, readIfThere } from '../../../src/cache/digest-store.ts';

let folder: string;

beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'jixiao-store-')), 'new', 'store');
});
afterEach(() => {
  rmSync(join(folder, '../..'), { recursive: true, force: true });
});

test('gives what was put under a key, also after it was opened again', () => {
  const store = openDigestStore(folder);
  expect(store.get('a')).toBeNull();
  store.put('a', '甲');
  store.put('b', Uint8Array.of(0, 255));
  store.put('a', '乙');
  const again = openDigestStore(folder);
  expect(again.get('a')?.toString()).toBe('乙');
  expect(again.get('b')).toEqual(Buffer.of(0, 255));
  expect(readdirSync(folder).sort()).toEqual(['a', 'b']);
});

test('prune removes what was neither read nor written, and all that is not its own', () => {
  const before = openDigestStore(folder);
  for (const key of ['read', 'written', 'unused']) before.put(key, key);
  mkdirSync(join(folder, 'a-folder'));
  writeFileSync(join(folder, 'read.7.partial'), '');
  const store = openDigestStore(folder);
  store.get('read');
  store.get('missing');
  store.put('written', 'again');
  store.prune();
  expect(readdirSync(folder).sort()).toEqual(['read', 'written']);
  expect(store.get('written')?.toString()).toBe('again');
});

test('a store that was never written has nothing to prune, and makes no folder', () => {
  openDigestStore(folder).prune();
  expect(() => readdirSync(folder)).toThrow('ENOENT');
});

test('what is not a readable file is not there', () => {
  mkdirSync(folder, { recursive: true });
  expect(readIfThere(folder)).toBeNull();
  expect(readIfThere(join(folder, 'missing'))).toBeNull();
});
