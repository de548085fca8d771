import { spawnSync } from 'node:child_process';

/** What a command printed, and how it ended. */
export interface Outcome {
  status: number | null;
  stdout: string;
  stderr: string;
}

/** The environment of a command as a person runs it: without what Vitest sets, which Vite and Astro heed. */
export function plainEnvironment(env: Record<string, string> = {}): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(
    ([name]) => !name.startsWith('VITEST') && name !== 'NODE_ENV',
  );
  return { ...Object.fromEntries(own), ...env };
}

/** Runs `node scripts/<name>.ts` as `npm run` does. */
export function runScript(
  name: string,
  args: readonly string[] = [],
  env: Record<string, string> = {},
): Outcome {
  const { status, stdout, stderr } = spawnSync(process.execPath, [`scripts/${name}.ts`, ...args], {
    env: plainEnvironment(env),
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}
