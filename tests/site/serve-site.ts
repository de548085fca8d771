/** Builds the site of `content/` into a folder of its own and serves it, once for all tests over the built site. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { plainEnvironment, runScript } from '../cli/run-script.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder of the built site. */
    dist: string;
    /** Address at which it is served, with a slash at its end. */
    address: string;
  }
}

export default async function serveSite(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'jixiao-site-'));
  const dist = join(folder, 'dist');
  const build = runScript('build', [], { JIXIAO_OUT: dist });
  if (build.status !== 0) throw new Error(`npm run build failed:\n${build.stdout}${build.stderr}`);

  const server = spawn(process.execPath, ['scripts/preview.ts', '--port', '4330'], {
    env: plainEnvironment({ JIXIAO_OUT: dist }),
  });
  const address = await addressOf(server);
  project.provide('dist', dist);
  project.provide('address', address);
  return async () => {
    server.kill();
    await once(server, 'exit');
    rmSync(folder, { recursive: true, force: true });
  };
}

/** The address that `npm run preview` prints. */
async function addressOf(server: ReturnType<typeof spawn>): Promise<string> {
  let printed = '';
  for await (const chunk of server.stdout ?? []) {
    printed += String(chunk);
    const address = /http:\/\/127\.0\.0\.1:\d+\//.exec(printed);
    if (address) return address[0];
  }
  throw new Error(`npm run preview printed no address:\n${printed}`);
}
