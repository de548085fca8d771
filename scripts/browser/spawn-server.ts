import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';

/** A server that runs until it is closed. */
export interface Server {
  stdout: Readable;
  stderr: Readable;
  close: () => Promise<void>;
}

/** Runs the command until the pipe from this process closes; a command that ends closes the output. */
const UNTIL_PIPE_CLOSES = `
  trap '' INT
  "$@" </dev/null & server=$!
  exec >/dev/null 2>&1
  read -r _
  kill "$server"
  wait "$server"`;

/** Starts a server that ends with this process, also when this process is killed. */
export function spawnServer(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): Server {
  const shell: ChildProcessByStdio<Writable, Readable, Readable> = spawn(
    'sh',
    ['-c', UNTIL_PIPE_CLOSES, 'sh', command, ...args],
    { env, stdio: 'pipe' },
  );
  const exited = once(shell, 'exit');
  return {
    stdout: shell.stdout,
    stderr: shell.stderr,
    close: async () => {
      shell.stdin.end();
      await exited;
    },
  };
}
