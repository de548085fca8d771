/** Builds a copy of the project, then runs all its tests but those that take minutes. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';

const VITEST = ['node_modules/vitest/vitest.mjs', 'run', '--config', 'tests/vitest.config.ts'];
/** A build or a test that takes longer hangs. */
const MOST_MINUTES = 15;

/** Whether the build and all tests pass. */
export async function passAllTests(folder: string): Promise<boolean> {
  if (!(await succeeds(folder, ['scripts/build.ts', '--silent', '--recheck']))) return false;
  // The quickest first.
  for (const project of ['unit', 'site', 'cli', 'browser'])
    if (!(await succeeds(folder, [...VITEST, '--bail', '1', '--project', project]))) return false;
  return true;
}

async function succeeds(cwd: string, args: readonly string[]): Promise<boolean> {
  const child = spawn(process.execPath, args, { cwd, stdio: 'ignore', timeout: MOST_MINUTES * 60_000 });
  await once(child, 'close');
  return child.exitCode === 0;
}
