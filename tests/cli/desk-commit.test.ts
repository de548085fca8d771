/** What the desk has published becomes one commit, and nothing else does. */
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { commitPublished } from '../../src/desk/commit-published.ts';
import { commitContent } from '../helpers/commit-content.ts';
import { tempFolders } from '../helpers/temp-folders.ts';
import { writeFiles } from '../helpers/write-files.ts';

const newFolder = tempFolders();
const git = (folder: string, ...args: string[]) =>
  execFileSync('git', ['-C', folder, ...args], { stdio: 'pipe' })
    .toString()
    .trim();
const files = (folder: string) => git(folder, 'show', '--name-status', '--format=').split('\n');
const SUBJECT = '公开云岭市文化局2026年的3个项目';

beforeEach(() => {
  // The computer's own settings are nobody's.
  vi.stubEnv('HOME', newFolder());
  vi.stubEnv('GIT_CONFIG_NOSYSTEM', '1');
});
afterEach(() => {
  vi.unstubAllEnvs();
});

/** A repository with two files, whose owner has a name. */
function repository(prefix = ''): { top: string; folder: string } {
  const top = newFolder();
  const folder = writeFiles(join(top, prefix), {
    'disclosures/2026/a.md': 'a\n',
    'disclosures/2026/b.md': 'b\n',
    'permalinks.json': '{}\n',
  });
  commitContent(top, '2026-01-05T00:00:00Z');
  git(top, 'config', 'user.name', 't');
  git(top, 'config', 'user.email', 't@example.com');
  return { top, folder };
}
const PATHS = [
  'disclosures/2026/a.md',
  'disclosures/2026/c.md',
  'disclosures/2026/gone.md',
  'permalinks.json',
];
function publish(folder: string) {
  writeFiles(folder, { 'disclosures/2026/a.md': 'a2\n', 'disclosures/2026/c.md': 'c\n' });
  return commitPublished(folder, PATHS, SUBJECT);
}

describe.each(['', 'office/content'])('a content at “%s” of its repository', (prefix) => {
  test('has one commit of what was written, and nothing that was staged or changed besides', () => {
    const { top, folder } = repository(prefix);
    writeFiles(folder, { 'disclosures/2026/b.md': 'staged\n', 'notes.txt': 'mine' });
    git(folder, 'add', 'disclosures/2026/b.md');
    writeFiles(top, { 'other.txt': 'x' });
    expect(publish(folder)).toEqual([]);
    const at = prefix === '' ? '' : `${prefix}/`;
    expect(git(top, 'log', '-1', '--format=%s')).toBe(SUBJECT);
    expect(files(top)).toEqual([`M\t${at}disclosures/2026/a.md`, `A\t${at}disclosures/2026/c.md`]);
    const status = execFileSync('git', ['-C', top, 'status', '--porcelain', '-uall']).toString();
    expect(status.trim().split('\n').sort()).toEqual(
      [`?? ${at}notes.txt`, '?? other.txt', `M  ${at}disclosures/2026/b.md`].sort(),
    );
  });

  test('has a removed file removed, and no commit where nothing differs', () => {
    const { top, folder } = repository(prefix);
    rmSync(join(folder, 'disclosures/2026/b.md'));
    expect(commitPublished(folder, ['disclosures/2026/b.md'], SUBJECT)).toEqual([]);
    expect(files(top)).toEqual([`D\t${prefix === '' ? '' : `${prefix}/`}disclosures/2026/b.md`]);
    const head = git(top, 'rev-parse', 'HEAD');
    expect(commitPublished(folder, PATHS, SUBJECT)).toEqual([]);
    expect(git(top, 'rev-parse', 'HEAD')).toBe(head);
  });
});

test('names with signs of patterns are names', () => {
  const { folder } = repository();
  writeFiles(folder, { 'disclosures/2026/[ab].md': 'x\n', 'disclosures/2026/b.md': 'changed\n' });
  expect(commitPublished(folder, ['disclosures/2026/[ab].md'], SUBJECT)).toEqual([]);
  expect(files(folder)).toEqual(['A\tdisclosures/2026/[ab].md']);
});

test('a repository without a commit gets its first', () => {
  const folder = writeFiles(newFolder(), { 'permalinks.json': '{}\n' });
  git(folder, 'init', '-q');
  git(folder, 'config', 'user.name', 't');
  git(folder, 'config', 'user.email', 't@example.com');
  expect(commitPublished(folder, ['permalinks.json'], SUBJECT)).toEqual([]);
  expect(git(folder, 'log', '--format=%s')).toBe(SUBJECT);
});

test('a content that Git does not keep gets no commit: outside, or inside a repository of something else', () => {
  const { top } = repository();
  const head = git(top, 'rev-parse', 'HEAD');
  const inside = writeFiles(join(top, 'elsewhere'), { 'permalinks.json': '{}\n' });
  expect(commitPublished(inside, ['permalinks.json'], SUBJECT)).toEqual([]);
  expect(git(top, 'rev-parse', 'HEAD')).toBe(head);
  expect(commitPublished(newFolder(), ['permalinks.json'], SUBJECT)).toEqual([]);
});

describe('is said why there is no commit, and the index is as it was', () => {
  const cases: [string, (top: string) => void, string][] = [
    [
      'nobody has a name',
      (top) => {
        git(top, 'config', '--unset', 'user.name');
        git(top, 'config', '--unset', 'user.email');
        git(top, 'config', 'user.useConfigOnly', 'true');
      },
      'Git 还不知道提交的人是谁',
    ],
    [
      'a hook refuses',
      (top) => {
        const hook = join(top, '.git/hooks/pre-commit');
        writeFiles(top, { '.git/hooks/pre-commit': '#!/bin/sh\necho 先过审 >&2\nexit 1\n' });
        chmodSync(hook, 0o755);
      },
      'Git 没有接受提交，可能是仓库的钩子不让。请管仓库的同事看看，再提交。Git 说：先过审',
    ],
    [
      'a rebase goes on',
      (top) => writeFiles(top, { '.git/rebase-merge/head-name': 'x' }),
      '变基（rebase）还没有做完',
    ],
    [
      'a merge goes on',
      (top) => writeFiles(top, { '.git/MERGE_HEAD': `${git(top, 'rev-parse', 'HEAD')}\n` }),
      '合并（merge）还没有做完',
    ],
    [
      'another command runs',
      (top) => writeFiles(top, { '.git/index.lock': '' }),
      '另一个 Git 命令还没有做完',
    ],
    ['no branch is checked out', (top) => git(top, 'checkout', '-q', '--detach'), '不在任何分支上'],
  ];
  test.each(cases)('%s', (_, arrange, words) => {
    const { top } = repository();
    writeFiles(top, { 'disclosures/2026/b.md': 'staged\n' });
    git(top, 'add', 'disclosures/2026/b.md');
    arrange(top);
    const index = readFileSync(join(top, '.git/index'));
    const head = git(top, 'rev-parse', 'HEAD');
    const [note = '', ...more] = publish(top);
    expect([note.startsWith('公开已经做好，不受影响'), more]).toEqual([true, []]);
    expect(note).toContain(words);
    expect(git(top, 'rev-parse', 'HEAD')).toBe(head);
    expect(readFileSync(join(top, '.git/index')).equals(index)).toBe(true);
    expect(existsSync(join(top, 'disclosures/2026/c.md'))).toBe(true);
  });
});
