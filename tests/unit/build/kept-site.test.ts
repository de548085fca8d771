import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openKeptSite } from '../../../src/build/kept-site.ts';
import { commitContent } from '../../helpers/commit-content.ts';
import { tempFolders } from '../../helpers/temp-folders.ts';
import { writeFiles } from '../../helpers/write-files.ts';

const newFolder = tempFolders();
const FILES = {
  'src/page.ts': '甲',
  'public/icon.svg': '<svg/>',
  'package-lock.json': '{}',
  'content/disclosures/2026/a.md': '甲',
  'content/permalinks.json': '{}',
  'dist/index.html': '甲',
};

/** A project whose build has said `生成`. */
function keptProject(): string {
  const root = writeFiles(newFolder(), FILES);
  open(root).keep('生成');
  return root;
}

function open(root: string) {
  return openKeptSite({ root, folder: join(root, 'content'), out: join(root, 'dist') });
}

test('a site that no build has kept is not known', () => {
  expect(open(writeFiles(newFolder(), FILES)).said).toBeNull();
});

test('what a build has said of the same site is said again', () => {
  const root = keptProject();
  expect(open(root).said).toBe('生成');
  expect(open(root).said).toBe('生成');
});

test.each([...Object.keys(FILES), 'content/originals/new.pdf', 'content/versions/a.md', 'dist/new.html'])(
  'after a change of %s the site is not known',
  (path) => {
    const root = keptProject();
    writeFiles(root, { [path]: '改' });
    expect(open(root).said).toBeNull();
  },
);

test('a file that was removed from the site is missed', () => {
  const root = keptProject();
  rmSync(join(root, 'dist/index.html'));
  expect(open(root).said).toBeNull();
});

test('another output folder is another site', () => {
  const root = keptProject();
  writeFiles(root, { 'other/dist/index.html': '甲' });
  const other = { root, folder: join(root, 'content'), out: join(root, 'other/dist') };
  expect(openKeptSite(other).said).toBeNull();
});

test('a commit of the same files makes another site: its pages name the commit', () => {
  const root = keptProject();
  commitContent(join(root, 'content'), '2026-02-01T00:00:00Z');
  expect(open(root).said).toBeNull();
  open(root).keep('生成');
  expect(open(root).said).toBe('生成');
  for (const [text, date] of [
    ['改', '2026-03-01T00:00:00Z'],
    ['甲', '2026-04-01T00:00:00Z'],
  ] as const) {
    writeFiles(root, { 'content/disclosures/2026/a.md': text });
    commitContent(join(root, 'content'), date);
  }
  expect(open(root).said).toBeNull();
});

test('nothing is kept of a content that was changed during the build', () => {
  const root = writeFiles(newFolder(), FILES);
  const site = open(root);
  writeFiles(root, { 'content/disclosures/2026/a.md': '改' });
  site.keep('生成');
  expect(open(root).said).toBeNull();
  writeFiles(root, FILES);
  expect(open(root).said).toBeNull();
});
