/**
 * In: a content folder in a Git repository, and what the desk has written in it.
 * Out: one commit of these files. What else is changed or staged there stays as it is.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readHistory } from '../content/content-history.ts';
import { runGit } from '../content/run-git.ts';

/** Files of a repository that is in the middle of something, with its name. */
const BUSY: readonly (readonly [file: string, name: string])[] = [
  ['rebase-merge', '变基（rebase）'],
  ['rebase-apply', '变基（rebase）'],
  ['MERGE_HEAD', '合并（merge）'],
  ['CHERRY_PICK_HEAD', '摘取（cherry-pick）'],
  ['REVERT_HEAD', '撤销（revert）'],
  ['index.lock', '另一个 Git 命令'],
];
/** Milliseconds: hooks may run checks. */
const LONGEST = 60_000;
const PUBLISHED = '公开已经做好，不受影响；只是内容文件夹的 Git 里没有记下这一次：';

/**
 * Commits files of a content. A folder that Git does not keep gets no commit.
 *
 * @param paths Relative to the folder; those that are not there any more are committed as removed.
 * @returns Sentences for staff: why there is no commit. Empty: there is one, or nothing to commit, or no Git.
 */
export function commitPublished(folder: string, paths: readonly string[], subject: string): string[] {
  const repository = findRepository(folder);
  if (!repository || paths.length === 0) return [];
  const busy = BUSY.find(([file]) => existsSync(join(repository.git, file)));
  if (busy) return [`${PUBLISHED}仓库里${busy[1]}还没有做完。做完以后，请管仓库的同事提交。`];
  if (repository.isDetached)
    return [`${PUBLISHED}仓库现在不在任何分支上。请管仓库的同事换到一个分支，再提交。`];
  const place = mkdtempSync(join(tmpdir(), 'jixiao-index-'));
  const index = { GIT_INDEX_FILE: join(place, 'index') };
  const list = paths.map((path) => `${path}\0`).join('');
  const stage = (env: Record<string, string>) =>
    git(folder, ['update-index', '--add', '--remove', '-z', '--stdin'], list, env);
  try {
    // An index of its own: what staff have staged is not committed, and stays where anything fails.
    git(folder, ['read-tree', repository.isUnborn ? '--empty' : 'HEAD'], '', index);
    stage(index);
    if (!repository.isUnborn && git(folder, ['diff', '--cached', '--name-only', 'HEAD'], '', index) === '')
      return [];
    git(folder, ['commit', '--quiet', '--file=-'], `${subject}\n`, index);
  } catch (error) {
    return [PUBLISHED + describeGit(error)];
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
  try {
    stage({});
    return [];
  } catch {
    return [`已经提交，但仓库的暂存区没有跟上。下次提交以前，请管仓库的同事在内容文件夹里运行 git reset。`];
  }
}

interface Repository {
  /** Its own folder: `.git`. */
  git: string;
  isDetached: boolean;
  /** Whether it has no commit yet. */
  isUnborn: boolean;
}

/** Null: Git does not keep the folder, though it may be inside a repository of something else. */
function findRepository(folder: string): Repository | null {
  const ask = (...args: string[]) => {
    try {
      return runGit(folder, args).toString().trim();
    } catch {
      return null;
    }
  };
  const own = ask('rev-parse', '--absolute-git-dir');
  if (own === null) return null;
  const isTop = ask('rev-parse', '--show-prefix') === '';
  if (!isTop && readHistory(folder).commit === null) return null;
  return {
    git: own,
    isDetached: ask('symbolic-ref', '--quiet', 'HEAD') === null,
    isUnborn: ask('rev-parse', '--verify', '--quiet', 'HEAD') === null,
  };
}

function git(folder: string, args: readonly string[], input: string, env: Record<string, string>): string {
  return execFileSync('git', ['-C', folder, ...args], {
    input,
    stdio: 'pipe',
    timeout: LONGEST,
    env: { ...process.env, LC_ALL: 'C', GIT_TERMINAL_PROMPT: '0', GIT_EDITOR: 'true', ...env },
  }).toString();
}

function describeGit(error: unknown): string {
  const { code, stderr } = error as { code?: string; stderr?: Buffer };
  if (code === 'ETIMEDOUT') return 'Git 一分钟还没有做完。请管仓库的同事看看仓库的钩子，再提交。';
  const said = stderr?.toString().trim() ?? '';
  if (/tell me who you are|ident name|auto-detect email/i.test(said))
    return 'Git 还不知道提交的人是谁。请管电脑的同事设好 git config user.name 和 user.email，再提交。';
  return `Git 没有接受提交，可能是仓库的钩子不让。请管仓库的同事看看，再提交。${said === '' ? '' : `Git 说：${said.slice(0, 500)}`}`;
}
