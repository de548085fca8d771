/** A copy of a content has the history of the content, also where that is a part of a repository. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readHistory } from '../../src/content/content-history.ts';
import { gitVersions } from '../../src/content/git-versions.ts';
import { clearStage, openStage, writeStaged } from '../../src/desk/stage/stage.ts';
import { commitContent } from '../helpers/commit-content.ts';
import { tempFolders } from '../helpers/temp-folders.ts';
import { writeFiles } from '../helpers/write-files.ts';

const newFolder = tempFolders();
const git = (folder: string, ...args: string[]) =>
  execFileSync('git', ['-C', folder, '-c', 'protocol.file.allow=always', ...args]).toString();

test.each(['', 'office/content'])('a content at “%s” of its repository', (prefix) => {
  const repository = newFolder();
  const content = join(repository, prefix);
  writeFiles(content, { 'disclosures/2026/a.md': 'one\n', 'site.json': '{}\n', 'README.md': 'r' });
  commitContent(repository, '2026-01-05T00:00:00Z');
  writeFiles(content, { 'disclosures/2026/a.md': 'two\n' });
  commitContent(repository, '2026-02-05T00:00:00Z');
  const [before, status] = [readHistory(content), git(repository, 'status', '--porcelain')];
  const stage = openStage(newFolder(), content);
  expect(readHistory(stage.folder)).toEqual(before);
  expect(gitVersions(stage.folder).all).toEqual(gitVersions(content).all);
  writeStaged(stage, 'disclosures/2026/a.md', 'three\n');
  expect(readHistory(stage.folder).modified).toEqual(new Set(['disclosures/2026/a.md']));
  expect([readFileSync(join(content, 'disclosures/2026/a.md'), 'utf8'), status]).toEqual(['two\n', '']);
  expect(git(repository, 'status', '--porcelain') + git(repository, 'worktree', 'list').trim()).toBe(
    git(repository, 'worktree', 'list').trim(),
  );
});

test('a content that is a submodule', () => {
  const [office, repository] = [newFolder(), newFolder()];
  writeFiles(office, { 'disclosures/2026/a.md': 'one\n' });
  commitContent(office, '2026-01-05T00:00:00Z');
  git(repository, 'init', '-q');
  git(repository, 'submodule', '--quiet', 'add', office, 'content');
  const content = join(repository, 'content');
  expect(readHistory(content).commit).not.toBeNull();
  const stage = openStage(newFolder(), content);
  expect(readHistory(stage.folder)).toEqual(readHistory(content));
});

test('a content that is in no repository has no history, also where the desk is in one', () => {
  const project = newFolder();
  writeFiles(project, { a: 'a' });
  commitContent(project, '2026-01-05T00:00:00Z');
  const content = writeFiles(newFolder(), { 'disclosures/2026/a.md': 'one\n' });
  const stage = openStage(join(project, '.jixiao'), content);
  expect(readHistory(stage.folder).commit).toBeNull();
  expect(gitVersions(stage.folder).all).toEqual([]);
});

test('links stay links, and what is no content stays away', () => {
  const [content, state, elsewhere] = [newFolder(), newFolder(), newFolder()];
  writeFileSync(join(elsewhere, 'far.md'), 'far');
  writeFiles(content, { 'disclosures/2026/a.md': 'one\n', 'notes.txt': 'mine' });
  mkdirSync(join(content, 'disclosures/2025'));
  symlinkSync(join(elsewhere, 'far.md'), join(content, 'disclosures/2025/far.md'));
  const stage = openStage(state, content);
  expect([...stage.base.keys()]).toEqual(['disclosures/2026/a.md']);
  expect(existsSync(join(stage.folder, 'notes.txt'))).toBe(false);
  clearStage(state);
  expect(existsSync(stage.folder)).toBe(false);
});
