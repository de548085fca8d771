import { spawn, type ChildProcessByStdio } from 'node:child_process';
import type { Readable } from 'node:stream';

/** A command and all that it starts: they end with this process, or when they are stopped. */
export interface ProcessGroup {
  child: ChildProcessByStdio<null, Readable, Readable>;
  /** All that it has printed so far. */
  said: () => string;
  stop: () => void;
}

export function spawnGroup(
  command: string,
  args: readonly string[],
  options: { cwd?: string; env?: Record<string, string> } = {},
): ProcessGroup {
  const child = spawn(command, args, {
    ...options,
    env: { ...process.env, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (data: Buffer) => {
      said += data.toString();
    });
  const stop = () => {
    if (child.pid !== undefined && child.exitCode === null && child.signalCode === null)
      process.kill(-child.pid, 'SIGKILL');
  };
  // Before others remove the folders in which it writes.
  process.prependOnceListener('exit', stop);
  child.once('exit', () => process.off('exit', stop));
  return { child, said: () => said, stop };
}
