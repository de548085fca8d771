import type { Imported } from '../imported.ts';
import { readInThread } from '../read-in-thread.ts';

/** Milliseconds of computing for opening the file and for each of its pages; a real page takes less than 200. */
const LONGEST_PAGE = 6_000;
/** Milliseconds of computing for all pages. */
const LONGEST = 120_000;

/** The target tables of a PDF, read in a thread with limits. Throws an ImportError. */
export async function readPdf(bytes: Uint8Array): Promise<Imported> {
  let last = 0;
  return await readInThread({
    module: new URL('./pdf-worker.ts', import.meta.url),
    data: bytes,
    longest: LONGEST,
    longestPart: LONGEST_PAGE,
    onPart: (page) => {
      last = Number(page);
    },
    describe: (reason) =>
      `第 ${last + 1} 页${reason === 'memory' ? '要用的内存太多' : '要读的时间太长'}，没有读完；请把有绩效目标表的页另存为一个新文件`,
  });
}
