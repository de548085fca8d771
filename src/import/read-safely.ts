import { BROKEN } from './broken-file.ts';
import type { Imported } from './imported.ts';
import { kindOf } from './kind-of.ts';
import { readInThread } from './read-in-thread.ts';
import { readOriginal } from './read-original.ts';

/** Milliseconds of computing; a real file takes less than 2,000, the start of the thread with it. */
const LONGEST = 7_000;

/** As `readOriginal`, with limits of time and memory. Throws an ImportError. */
export async function readSafely(
  name: string,
  bytes: Uint8Array,
  onSheet: (name: string) => void,
): Promise<Imported> {
  const kind = kindOf(bytes);
  // It has a thread and limits of its own, for each page.
  if (kind === 'pdf') return await readOriginal(name, bytes, onSheet);
  return await readInThread({
    module: new URL('./original-worker.ts', import.meta.url),
    data: { name, bytes },
    longest: LONGEST,
    onPart: onSheet,
    describe: (reason) =>
      kind === 'container'
        ? BROKEN
        : `要${reason === 'memory' ? '用的内存太多' : '读的时间太长'}，没有读完，不像一份绩效目标表；请把要公开的表另存为一个新文件`,
  });
}
