import { Worker } from 'node:worker_threads';
import { describeContainer } from './describe-container.ts';
import { ImportError } from './import-error.ts';
import type { Imported } from './imported.ts';
import { openContainer } from './open-container.ts';

/** What the thread answers: a sheet is begun, all is read, or why nothing can be. */
export type OfficeAnswer =
  | { kind: 'sheet'; name: string }
  | { kind: 'imported'; imported: Imported }
  /** @property message Null: the file is broken. */
  | { kind: 'refused'; message: string | null };

/** Milliseconds of computing; a real file takes less than 1,000. */
const LONGEST = 7_000;
/** Milliseconds by the clock, on a busy computer. */
const LONGEST_WAIT = 60_000;
/** Bytes that the process grows by. */
const MOST_MEMORY = 600 * 1024 * 1024;
/** Milliseconds between two looks at time and memory. */
const LOOK = 50;
const BROKEN = '文件已损坏，打不开；请用办公软件打开后重新保存';

/**
 * A file of Office 97 or of WPS, read in a thread: a few wrong bytes in it can lead the library in circles, and then the thread is
 * ended. Throws an {@link ImportError}.
 */
export async function readOfficeFile(bytes: Uint8Array, onSheet: (name: string) => void): Promise<Imported> {
  const problem = describeContainer(openContainer(bytes));
  if (problem !== null) throw new ImportError(problem);
  const worker = new Worker(new URL('./office-worker.ts', import.meta.url), {
    workerData: bytes,
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY / 1024 / 1024 },
  });
  const [started, clock, memory] = [computed(), performance.now(), process.memoryUsage.rss()];
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<Imported>((resolve, reject) => {
      const refuse = (message: string) => {
        reject(new ImportError(message));
      };
      timer = setInterval(() => {
        const isLate = computed() - started > LONGEST || performance.now() - clock > LONGEST_WAIT;
        if (isLate || process.memoryUsage.rss() - memory > MOST_MEMORY) refuse(BROKEN);
      }, LOOK);
      worker.on('message', (answer: OfficeAnswer) => {
        if (answer.kind === 'sheet') onSheet(answer.name);
        else if (answer.kind === 'imported') resolve(answer.imported);
        else refuse(answer.message ?? BROKEN);
      });
      // The thread has run out of memory.
      worker.on('error', () => {
        refuse(BROKEN);
      });
      worker.on('exit', () => {
        refuse(BROKEN);
      });
    });
  } finally {
    clearInterval(timer);
    await worker.terminate();
  }
}

/** Milliseconds that the process has computed. */
function computed(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}
