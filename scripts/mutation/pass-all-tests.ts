/** Builds a copy of the project, then runs all its tests but those that take minutes. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';

const VITEST = ['node_modules/vitest/vitest.mjs', 'run', '--config', 'tests/vitest.config.ts'];
/** A build or a test that takes longer hangs. */
const MOST_MINUTES = 15;

/** The quickest first. */
const PROJECTS = ['unit', 'site', 'cli', 'browser'];

/**
 * Whether the build and all tests pass.
 * @param folder Of the copy.
 * @param first Test files with one of these words in their paths run before the others.
 */
export async function passAllTests(folder: string, first: readonly string[]): Promise<boolean> {
  if (!(await succeeds(folder, ['scripts/build.ts', '--silent', '--recheck']))) return false;
  const rounds = first.length === 0 ? [[]] : [[...first, '--passWithNoTests'], []];
  for (const filter of rounds)
    for (const project of PROJECTS)
      if (!(await succeeds(folder, [...VITEST, ...filter, '--bail', '1', '--project', project])))
        return false;
  return true;
}

async function succeeds(cwd: string, args: readonly string[]): Promise<boolean> {
  const child = spawn(process.execPath, args, { cwd, stdio: 'ignore', timeout: MOST_MINUTES * 60_000 });
  await once(child, 'close');
  return child.exitCode === 0;
}
