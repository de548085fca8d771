import { execFileSync } from 'node:child_process';

/** What a git command prints, run in a folder. Throws where there is no Git, or the command fails. @param input Its standard input. */
export function runGit(folder: string, args: readonly string[], input = ''): Buffer {
  return execFileSync('git', ['-C', folder, ...args], {
    input,
    stdio: ['pipe', 'pipe', 'ignore'],
    maxBuffer: 1 << 30,
    env: { ...process.env, GIT_OPTIONAL_LOCKS: '0', LC_ALL: 'C' },
  });
}
