/** Builds the site of `content/` into a temporary folder and serves it, once for the projects `site` and `browser`. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { serveBuiltSite } from '../../scripts/browser/serve-built-site.ts';
import { plainEnvironment, runScript } from './run-script.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder of the built site. */
    dist: string;
    /** Address at which it is served, with a slash at its end. */
    address: string;
  }
}

export default async function serveSite({ vitest }: TestProject): Promise<(() => Promise<void>) | undefined> {
  if ('dist' in vitest.getProvidedContext()) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'jixiao-site-'));
  const dist = join(folder, 'dist');
  const build = runScript('build', [], { JIXIAO_OUT: dist });
  if (build.status !== 0) throw new Error(`npm run build failed:\n${build.stdout}${build.stderr}`);

  const { address, close } = await serveBuiltSite(plainEnvironment({ JIXIAO_OUT: dist }));
  vitest.provide('dist', dist);
  vitest.provide('address', address);
  return async () => {
    await close();
    rmSync(folder, { recursive: true, force: true });
  };
}
