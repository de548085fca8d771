import { Worker } from 'node:worker_threads';
import { ImportError } from '../import-error.ts';
import type { Imported } from '../imported.ts';

/** What the thread says: a page is read, everything is, or why nothing can be. */
export type Answer =
  | { kind: 'page'; page: number }
  | { kind: 'imported'; imported: Imported }
  | { kind: 'refused'; message: string };

/** Milliseconds of computing for opening the file and for each of its pages; a real page takes less than 200. */
const LONGEST_PAGE = 6_000;
/** Milliseconds of computing for all pages. */
const LONGEST = 120_000;
/** Milliseconds by the clock from one page to the next: a thread that waits for something computes nothing. */
const LONGEST_WAIT = 60_000;
/** Bytes that the process grows by; a budget of 260 pages takes a third. */
const MOST_MEMORY = 600 * 1024 * 1024;
/** Milliseconds between two looks at the memory. */
const LOOK = 50;

/**
 * The target tables of a PDF.
 *
 * A few bytes of a PDF can unpack to gigabytes or draw for hours. So it is read in a thread, which is ended when it takes too
 * much time or memory. Throws an {@link ImportError}.
 */
export async function readPdf(bytes: Uint8Array): Promise<Imported> {
  const worker = new Worker(new URL('./pdf-worker.ts', import.meta.url), {
    workerData: bytes,
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY / 1024 / 1024 },
    // The library names packages for drawing that are missing. Reading text needs none; errors come as events.
    stdout: true,
    stderr: true,
  });
  // A clock would count the time in which a busy computer does something else.
  const started = computed();
  const before = process.memoryUsage.rss();
  let lastPage = { page: 0, at: started, clock: performance.now() };
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<Imported>((resolve, reject) => {
      const refuse = (message: string) => {
        reject(new ImportError(message));
      };
      timer = setInterval(() => {
        const now = computed();
        if (process.memoryUsage.rss() - before > MOST_MEMORY)
          refuse(tooComplex(lastPage.page, '要用的内存太多'));
        else if (
          now - lastPage.at > LONGEST_PAGE ||
          now - started > LONGEST ||
          performance.now() - lastPage.clock > LONGEST_WAIT
        )
          refuse(tooComplex(lastPage.page, '要读的时间太长'));
      }, LOOK);
      worker.on('message', (answer: Answer) => {
        if (answer.kind === 'page')
          lastPage = { page: answer.page, at: computed(), clock: performance.now() };
        else if (answer.kind === 'imported') resolve(answer.imported);
        else refuse(answer.message);
      });
      worker.on('error', (error: Error) => {
        if ('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY')
          refuse(tooComplex(lastPage.page, '要用的内存太多'));
        else reject(error);
      });
      worker.on('exit', () => {
        reject(new Error('the thread that reads the PDF ended without an answer'));
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

/** @param page The last that was read. */
function tooComplex(page: number, reason: string): string {
  return `第 ${page + 1} 页${reason}，没有读完；请把有绩效目标表的页另存为一个新文件`;
}
