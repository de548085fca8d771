import { readFileSync, readdirSync } from 'node:fs';
import { spawnGroup } from './spawn-group.ts';

/** What a command cost, with all the processes it started. */
export interface Cost {
  wallSeconds: number;
  cpuSeconds: number;
  /** Most memory resident at once, sampled every 50 ms; 0 where there is no /proc. */
  peakMegabytes: number;
}

const SAMPLE_MS = 50;

/** Runs a command to its end. Throws with its words where it fails. */
export function measureProcess(
  command: readonly string[],
  options: { cwd?: string; env?: Record<string, string> } = {},
): Promise<Cost> {
  return new Promise((resolve, reject) => {
    // The shell counts processor time of the command and of all it waited for.
    const script = 'TIMEFORMAT="jixiao %R %U %S"; time "$@"';
    const { child, said } = spawnGroup('bash', ['-c', script, 'bash', ...command], options);
    let peak = 0;
    const timer = setInterval(() => {
      peak = Math.max(peak, residentBytes(child.pid ?? 0));
    }, SAMPLE_MS);
    child.on('error', reject);
    child.on('close', (code) => {
      clearInterval(timer);
      const output = said();
      const [wall, user = 0, system = 0] =
        /jixiao ([\d.]+) ([\d.]+) ([\d.]+)\s*$/.exec(output)?.slice(1).map(Number) ?? [];
      if (code !== 0 || wall === undefined) reject(new Error(`${command.join(' ')}:\n${output}`));
      else
        resolve({
          wallSeconds: wall,
          cpuSeconds: user + system,
          peakMegabytes: Math.round(peak / 1e6),
        });
    });
  });
}

/** Memory of a process and of its descendants. */
function residentBytes(root: number): number {
  const processes = readProcesses();
  const family = new Set([root]);
  let bytes = 0;
  // A child's number is nearly always above its parent's; what is missed once is met by the next sample.
  for (const { pid, parent, resident } of processes) {
    if (pid !== root && !family.has(parent)) continue;
    family.add(pid);
    bytes += resident;
  }
  return bytes;
}

function readProcesses(): { pid: number; parent: number; resident: number }[] {
  try {
    return readdirSync('/proc')
      .map(Number)
      .filter((pid) => pid > 0)
      .sort((a, b) => a - b)
      .flatMap((pid) => readProcess(pid) ?? []);
  } catch {
    return [];
  }
}

function readProcess(pid: number): { pid: number; parent: number; resident: number } | null {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const parent = Number(/^PPid:\s*(\d+)/m.exec(status)?.[1] ?? 0);
    return { pid, parent, resident: Number(/^VmRSS:\s*(\d+)/m.exec(status)?.[1] ?? 0) * 1024 };
  } catch {
    return null;
  }
}
