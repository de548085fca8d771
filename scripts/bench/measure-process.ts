import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { readIfThere } from '../../src/cache/digest-store.ts';

/** What a command and all its child processes used. */
export interface Cost {
  wallSeconds: number;
  cpuSeconds: number;
  /** Peak resident memory of all processes together, sampled every 50 ms; 0 on systems without /proc. */
  peakMegabytes: number;
}

const SAMPLE_MS = 50;

/** Runs a command to its end. Throws with its output if it fails. It ends with this process. */
export async function measureProcess(
  command: readonly string[],
  { cwd, env }: { cwd?: string; env?: Record<string, string> } = {},
): Promise<Cost> {
  // Bash counts the processor time of the command and of its child processes.
  const script = 'TIMEFORMAT="jixiao %R %U %S"; time "$@"';
  const child = spawn('bash', ['-c', script, 'bash', ...command], {
    ...(cwd === undefined ? {} : { cwd }),
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const group = child.pid ?? 0;
  const stop = () => process.kill(-group, 'SIGKILL');
  // Before other listeners remove the folders that the group writes to.
  process.prependOnceListener('exit', stop);
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (printed += String(data)));
  let peak = 0;
  const timer = setInterval(() => {
    peak = Math.max(peak, residentBytes(group));
  }, SAMPLE_MS);
  await once(child, 'close');
  clearInterval(timer);
  process.off('exit', stop);
  const [wall, user = 0, system = 0] =
    /jixiao ([\d.]+) ([\d.]+) ([\d.]+)\s*$/.exec(printed)?.slice(1).map(Number) ?? [];
  if (child.exitCode !== 0 || wall === undefined) throw new Error(`${command.join(' ')}:\n${printed}`);
  return { wallSeconds: wall, cpuSeconds: user + system, peakMegabytes: Math.round(peak / 1e6) };
}

/** Resident memory of a process group. */
function residentBytes(group: number): number {
  const pids = existsSync('/proc/self/status') ? readdirSync('/proc') : [];
  // A process may end before it is read.
  const statuses = pids.map((pid) => String(readIfThere(`/proc/${pid}/status`)));
  const members = statuses.filter((status) => /^NSpgid:\s*(\d+)/m.exec(status)?.[1] === String(group));
  return members.reduce((sum, status) => sum + Number(/^VmRSS:\s*(\d+)/m.exec(status)?.[1] ?? 0) * 1024, 0);
}
