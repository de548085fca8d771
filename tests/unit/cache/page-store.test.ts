import { hash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDigestStore } from '../../../src/cache/digest-store.ts';
import { openPageStore, type RenderedFolder } from '../../../src/cache/page-store.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jixiao-pages-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** A folder of pages as a build leaves it. */
function rendered(name: string): RenderedFolder {
  return { folder: join(folder, name), manifests: openDigestStore(join(folder, `${name}-manifests`)) };
}

/** Builds pages `file: [key, text]` into a folder, and saves their manifest. */
function buildPages(name: string, template: string, pages: Record<string, [key: string, text: string]>) {
  const place = rendered(name);
  const store = openPageStore(template, []);
  mkdirSync(place.folder, { recursive: true });
  for (const [file, [key, text]] of Object.entries(pages)) {
    writeFileSync(join(place.folder, file), text);
    store.record(file, key, Buffer.from(text));
  }
  store.save(place.manifests);
}

test('gives a page of the same key, from the first folder that has it', () => {
  buildPages('one', 't', { 'a.html': ['k', '甲'], 'b.html': ['old', '乙'] });
  buildPages('two', 't', { 'a.html': ['k', '别'], 'b.html': ['new', '丙'] });
  const store = openPageStore('t', [rendered('one'), rendered('two')]);
  expect(store.find('a.html', 'k')?.toString()).toBe('甲');
  expect(store.find('b.html', 'new')?.toString()).toBe('丙');
  expect(store.find('b.html', 'newer')).toBeNull();
  expect(store.find('c.html', 'k')).toBeNull();
  expect(store.count()).toBe(2);
});

test('gives no page that was changed or removed after its build', () => {
  buildPages('one', 't', { 'a.html': ['k', '甲'], 'b.html': ['k', '乙'] });
  writeFileSync(join(folder, 'one/a.html'), '改');
  rmSync(join(folder, 'one/b.html'));
  const store = openPageStore('t', [rendered('one')]);
  expect(store.find('a.html', 'k')).toBeNull();
  expect(store.find('b.html', 'k')).toBeNull();
  expect(store.count()).toBe(0);
});

test('gives no page of another template, nor of a manifest that can not be read', () => {
  buildPages('one', 't', { 'a.html': ['k', '甲'] });
  expect(openPageStore('other', [rendered('one')]).find('a.html', 'k')).toBeNull();
  rendered('one').manifests.put('t', '{');
  expect(openPageStore('t', [rendered('one')]).find('a.html', 'k')).toBeNull();
});

test('knows the digest of each page of this build, and keeps only its manifest', () => {
  buildPages('one', 'before', { 'a.html': ['k', '甲'] });
  const { manifests } = rendered('one');
  const store = openPageStore('t', []);
  store.record('a.html', 'k', Buffer.from('甲'));
  expect(store.sha256Of('a.html')).toBe(hash('sha256', '甲'));
  expect(store.sha256Of('b.html')).toBeUndefined();
  store.save(manifests);
  expect(manifests.get('before')).toBeNull();
  expect(
    openPageStore('t', [rendered('one')])
      .find('a.html', 'k')
      ?.toString(),
  ).toBe('甲');
});
