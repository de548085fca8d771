import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bundleDigest, templateDigest, verifierDigest } from '../../../src/build/template-digest.ts';
import { tempFolders } from '../../helpers/temp-folders.ts';
import { writeFiles } from '../../helpers/write-files.ts';

const newFolder = tempFolders();
const FILES = {
  'src/a.ts': '甲',
  'src/verify/b.ts': '乙',
  'package.json': '{}',
  'package-lock.json': '{}',
  'content/guide/old.mdx': '甲',
  'content/site.json': '{}',
  'public/icon.svg': '<svg/>',
  'own/forms/a.yaml': '甲',
  'own/guide/a.mdx': '甲',
  'own/site.json': '{}',
};

/** All three digests of a project with these files, by their names. */
function digestsOf(root: string, more: Record<string, string> = {}) {
  writeFiles(root, { ...FILES, ...more });
  return {
    template: templateDigest(root, join(root, 'own')),
    bundle: bundleDigest(root, 'x'),
    verifier: verifierDigest(root),
  };
}

test('the same files have the same digests', () => {
  const root = newFolder();
  expect(digestsOf(root)).toEqual(digestsOf(root));
  expect(digestsOf(root)).toEqual({
    template: expect.stringMatching(/^[\da-f]{64}$/) as string,
    bundle: expect.stringMatching(/^[\da-f]{64}$/) as string,
    verifier: expect.stringMatching(/^[\da-f]{64}$/) as string,
  });
});

test.each([
  ['src/a.ts', ['template']],
  ['src/new.ts', ['template']],
  ['src/verify/b.ts', ['template', 'verifier']],
  ['package.json', ['template']],
  ['package-lock.json', ['template', 'verifier']],
  ['own/forms/a.yaml', ['template']],
  ['own/guide/a.mdx', ['template']],
  ['own/site.json', ['template']],
  ['public/icon.svg', ['bundle']],
  ['content/guide/old.mdx', []],
  ['content/site.json', []],
  ['own/disclosures/2026/a.md', []],
])('a change of %s changes %j', (path, changed) => {
  const root = newFolder();
  const before = digestsOf(root);
  const after = digestsOf(root, { [path]: '改' });
  const names = ['template', 'bundle', 'verifier'] as const;
  expect(names.filter((name) => before[name] !== after[name])).toEqual(changed);
});

test('a content without a guide has that of the project', () => {
  const root = writeFiles(newFolder(), { 'content/guide/a.mdx': '甲' });
  const before = templateDigest(root, join(root, 'own'));
  writeFiles(root, { 'content/guide/a.mdx': '乙' });
  expect(templateDigest(root, join(root, 'own'))).not.toBe(before);
});

test('a file that is only renamed changes the digest', () => {
  const [one, other] = [newFolder(), newFolder()];
  writeFiles(one, { 'src/verify/a.ts': '甲' });
  writeFiles(other, { 'src/verify/b.ts': '甲' });
  expect(verifierDigest(one)).not.toBe(verifierDigest(other));
});

test('a bundle depends on its template and on where the project is', () => {
  const [one, other] = [newFolder(), newFolder()];
  expect(bundleDigest(one, 'x')).not.toBe(bundleDigest(one, 'y'));
  expect(bundleDigest(one, 'x')).not.toBe(bundleDigest(other, 'x'));
});
