import { execFileSync } from 'node:child_process';

/** Commits all of a folder at a time (ISO 8601); the first time it makes a repository of it. */
export function commitContent(folder: string, date: string): void {
  const env = { ...process.env, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date };
  const identity = ['-c', 'user.name=t', '-c', 'user.email=t@example.com'];
  for (const args of [
    ['init', '-q'],
    ['add', '.'],
    ['commit', '-q', '-m', 'x'],
  ])
    execFileSync('git', [...identity, ...args], { cwd: folder, env });
}
