import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where one check runs: nothing of it is shared with a check that runs at the same time. */
export interface Bench {
  /** The project's folder, absolute. */
  root: string;
  /** Empty at first, for the check's files. */
  folder: string;
  /** Runs Node in the project's folder, and returns whether it succeeded. */
  runNode: (args: readonly string[], env?: Record<string, string>) => Promise<boolean>;
  /** What its processes have printed. */
  printed: () => string;
  /** Removes the folder. */
  close: () => void;
}

/** @param env Of the check's processes, besides that of this process. */
export function openBench(root: string, env: Record<string, string>): Bench {
  const folder = mkdtempSync(join(tmpdir(), 'jixiao-verify-'));
  let output = '';
  return {
    root,
    folder,
    async runNode(args, more = {}) {
      const child = spawn(process.execPath, args, { cwd: root, env: { ...process.env, ...env, ...more } });
      for (const stream of [child.stdout, child.stderr])
        stream.on('data', (chunk) => (output += String(chunk)));
      await once(child, 'close');
      return child.exitCode === 0;
    },
    printed: () => output,
    close() {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
