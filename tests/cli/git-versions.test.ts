/** Versions of a content in Git: what a build reads of them, and what the conservation check reads by itself. */
import { execFileSync } from 'node:child_process';
import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { gitVersions } from '../../src/content/git-versions.ts';
import { readVersions } from '../../src/verify/published-versions.ts';
import { commitContent } from '../helpers/commit-content.ts';
import { tempFolders } from '../helpers/temp-folders.ts';
import { writeFiles } from '../helpers/write-files.ts';

const newFolder = tempFolders();

/** Both as one text: path, time, bytes. */
function both(folder: string): [string[], string[]] {
  const { all, read } = gitVersions(folder);
  const bytes = read(all.flatMap(({ key }) => key ?? []));
  const first = all.map(
    ({ path, date, key }) =>
      `${path} ${date} ${key === null ? '-' : Buffer.from(bytes.get(key) ?? []).toString()}`,
  );
  const second = [...readVersions(folder)].flatMap(([path, versions]) =>
    versions.map(
      ({ time, bytes: own }) => `${path} ${new Date(time * 1000).toISOString()} ${own?.toString() ?? '-'}`,
    ),
  );
  return [first.sort(), second.sort()];
}

test('a folder that is not in Git has none', () => {
  const folder = writeFiles(newFolder(), { 'disclosures/2026/a.md': '甲' });
  expect(both(folder)).toEqual([[], []]);
});

test('each commit of a source is a version; a merge is one; other files are none', () => {
  const root = newFolder();
  const folder = join(root, 'site/content');
  const path = "disclosures/2026/水 务'局.md";
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], {
      cwd: root,
      env: {
        ...process.env,
        GIT_AUTHOR_DATE: '2026-03-01T00:00:00Z',
        GIT_COMMITTER_DATE: '2026-03-01T00:00:00Z',
      },
    });
  writeFiles(folder, { [path]: '甲\n', 'disclosures/2026/b.original.txt': 'x', 'guide/a.md': 'x' });
  writeFiles(root, { 'disclosures/2026/outside.md': 'x' });
  commitContent(root, '2026-02-01T00:00:00Z');
  git('checkout', '-q', '-b', 'side');
  writeFiles(folder, { [path]: '乙\n' });
  commitContent(root, '2026-02-10T00:00:00Z');
  writeFiles(folder, { [path]: '丙\n' });
  commitContent(root, '2026-02-11T00:00:00Z');
  git('checkout', '-q', '-');
  git('merge', '-q', '--no-ff', '-m', 'x', 'side');
  renameSync(join(folder, path), join(folder, 'disclosures/2026/c.md'));
  commitContent(root, '2026-03-02T00:00:00Z');
  rmSync(join(folder, 'disclosures/2026/c.md'));
  commitContent(root, '2026-03-03T00:00:00Z');
  const expected = [
    `disclosures/2026/c.md 2026-03-02T00:00:00.000Z 丙\n`,
    `disclosures/2026/c.md 2026-03-03T00:00:00.000Z -`,
    `${path} 2026-02-01T00:00:00.000Z 甲\n`,
    `${path} 2026-03-01T00:00:00.000Z 丙\n`,
    `${path} 2026-03-02T00:00:00.000Z -`,
  ].sort();
  expect(both(folder)).toEqual([expected, expected]);
});
