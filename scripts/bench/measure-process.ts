import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import type { Readable } from 'node:stream';

/** What a command and all its child processes used. */
export interface Cost {
  wallSeconds: number;
  cpuSeconds: number;
  /** Peak resident memory of all processes together, sampled every 50 ms; 0 on systems without /proc. */
  peakMegabytes: number;
}

/** A command and its child processes. They end with this process, or when they are stopped. */
export interface ProcessGroup {
  child: ChildProcessByStdio<null, Readable, Readable>;
  /** Everything printed so far. */
  printed: () => string;
  stop: () => void;
}

interface Options {
  cwd?: string;
  env?: Record<string, string>;
}

const SAMPLE_MS = 50;

/** Runs a command to its end. Throws with its output if it fails. */
export async function measureProcess(command: readonly string[], options: Options = {}): Promise<Cost> {
  // Bash counts the processor time of the command and of its child processes.
  const script = 'TIMEFORMAT="jixiao %R %U %S"; time "$@"';
  const { child, printed } = spawnGroup('bash', ['-c', script, 'bash', ...command], options);
  let peak = 0;
  const timer = setInterval(() => {
    peak = Math.max(peak, residentBytes(child.pid ?? 0));
  }, SAMPLE_MS);
  await once(child, 'close').finally(() => {
    clearInterval(timer);
  });
  const [wall, user = 0, system = 0] =
    /jixiao ([\d.]+) ([\d.]+) ([\d.]+)\s*$/.exec(printed())?.slice(1).map(Number) ?? [];
  if (child.exitCode !== 0 || wall === undefined) throw new Error(`${command.join(' ')}:\n${printed()}`);
  return { wallSeconds: wall, cpuSeconds: user + system, peakMegabytes: Math.round(peak / 1e6) };
}

export function spawnGroup(command: string, args: readonly string[], options: Options = {}): ProcessGroup {
  const child = spawn(command, args, {
    ...options,
    env: { ...process.env, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (data: Buffer) => {
      printed += data.toString();
    });
  const stop = () => {
    if (child.pid !== undefined && child.exitCode === null && child.signalCode === null)
      process.kill(-child.pid, 'SIGKILL');
  };
  // Before other listeners remove the folders that the group writes to.
  process.prependOnceListener('exit', stop);
  child.once('exit', () => process.off('exit', stop));
  return { child, printed: () => printed, stop };
}

/** Resident memory of a process group. */
function residentBytes(group: number): number {
  const names = existsSync('/proc/self/status') ? readdirSync('/proc') : [];
  const statuses = names.filter((name) => /^\d+$/.test(name)).map(readStatus);
  const members = statuses.filter((status) => /^NSpgid:\s*(\d+)/m.exec(status)?.[1] === String(group));
  return members.reduce((sum, status) => sum + Number(/^VmRSS:\s*(\d+)/m.exec(status)?.[1] ?? 0) * 1024, 0);
}

/** Empty if the process has ended. */
function readStatus(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/status`, 'utf8');
  } catch {
    return '';
  }
}
