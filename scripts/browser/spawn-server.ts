import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** A server that runs until it is closed. */
export interface Server {
  /** Everything it has printed. */
  printed: () => string;
  /** The first match in its output. Rejects with the output if the command ends without one. */
  waitFor: (pattern: RegExp) => Promise<string>;
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
export function spawnServer(command: string, args: readonly string[], env = process.env): Server {
  const shell = spawn('sh', ['-c', UNTIL_PIPE_CLOSES, 'sh', command, ...args], { env });
  const exited = once(shell, 'exit');
  const streams = [shell.stdout, shell.stderr];
  let printed = '';
  for (const stream of streams) stream.on('data', (chunk) => (printed += String(chunk)));
  return {
    printed: () => printed,
    waitFor: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const match = pattern.exec(printed)?.[0];
          if (match !== undefined) resolve(match);
        };
        look();
        for (const stream of streams) stream.on('data', look);
        shell.stdout.once('end', () => {
          reject(new Error(`${command} ended without printing ${String(pattern)}:\n${printed}`));
        });
      }),
    close: async () => {
      shell.stdin.end();
      await exited;
    },
  };
}
