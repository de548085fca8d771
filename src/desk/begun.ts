/** What the desk was building when it ended, so that its next start can say so. */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { replaceFile } from '../cache/replace-file.ts';
import { WorkSchema, type WorkInfo } from './work.ts';

/** @param state The desk's folder. */
export function noteBegun(state: string, work: WorkInfo): void {
  mkdirSync(state, { recursive: true });
  replaceFile(fileOf(state), JSON.stringify(work));
}

export function forgetBegun(state: string): void {
  rmSync(fileOf(state), { force: true });
}

/** Null: nothing was. */
export function readBegun(state: string): WorkInfo | null {
  if (!existsSync(fileOf(state))) return null;
  try {
    return WorkSchema.parse(JSON.parse(readFileSync(fileOf(state), 'utf8')));
  } catch {
    return null;
  }
}

function fileOf(state: string): string {
  return join(state, 'begun.json');
}
