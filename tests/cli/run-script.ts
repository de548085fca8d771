import { spawnSync } from 'node:child_process';

/** What a command printed, and how it ended. */
export interface Outcome {
  status: number | null;
  stdout: string;
  stderr: string;
}

/** Runs `node scripts/<name>.ts` as `npm run` does. */
export function runScript(
  name: string,
  args: readonly string[] = [],
  env: Record<string, string> = {},
): Outcome {
  const { status, stdout, stderr } = spawnSync(process.execPath, [`scripts/${name}.ts`, ...args], {
    env: { ...process.env, ...env },
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}
