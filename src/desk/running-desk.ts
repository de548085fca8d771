/** The address of a desk that is open on a content folder, so that a second start leads to the same one. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { isRunning } from '../cache/is-running.ts';

const RunningSchema = z.strictObject({ pid: z.int().positive(), address: z.url() });

/** Null: none is open. @param state The desk's folder. */
export async function runningDesk(state: string): Promise<string | null> {
  const file = fileOf(state);
  if (!existsSync(file)) return null;
  const { data } = RunningSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (!data || !isRunning(data.pid)) return null;
  // After a crash another program may have the same number.
  const answers = await fetch(data.address, { signal: AbortSignal.timeout(2_000) }).catch(() => null);
  return answers?.ok ? data.address : null;
}

/** Nobody else on this computer may read the address. It is forgotten when the process ends. */
export function rememberRunning(state: string, address: string): void {
  mkdirSync(state, { recursive: true });
  writeFileSync(fileOf(state), JSON.stringify({ pid: process.pid, address }), { mode: 0o600 });
  process.once('exit', () => {
    rmSync(fileOf(state), { force: true });
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit());
}

function fileOf(state: string): string {
  return join(state, 'running.json');
}
