/** The thread of `read-pdf.ts`: reads the PDF that it is given, and answers with its tables or with what is wrong. */
import { parentPort, workerData } from 'node:worker_threads';
import { ImportError } from '../import-error.ts';
import { hasDamage } from './has-damage.ts';
import { readDocument } from './read-document.ts';
import type { Answer } from '../read-in-thread.ts';

/** What the library says of data that it can't unpack or understand. It says so of some that is not damaged, too. */
const COMPLAINT = /flate stream|Unterminated|Unknown command|Skipping|Hex|Illegal|Invalid (?:stream|cMap)/;

const answer = (value: Answer): void => parentPort?.postMessage(value);
const bytes = workerData as Uint8Array;
/** Pages that the library complains of. */
const complained = new Set<number>();
let next = 1;
for (const level of ['log', 'info', 'warn'] as const)
  console[level] = (text: unknown) => {
    if (COMPLAINT.test(String(text))) complained.add(next);
  };
try {
  const onPage = (page: number) => {
    next = page + 1;
    answer({ kind: 'part', name: String(page) });
  };
  const imported = await readDocument(bytes, onPage, true);
  if (hasDamage(bytes)) answer({ kind: 'refused', message: describeDamage([...complained]), reason: null });
  else answer({ kind: 'imported', imported });
} catch (error) {
  if (!(error instanceof ImportError)) throw error;
  const isDamaged = next > 1 && hasDamage(bytes);
  const { message, reason } = error;
  if (isDamaged) answer({ kind: 'refused', message: describeDamage([...complained]), reason: null });
  else answer({ kind: 'refused', message, reason });
}

function describeDamage(pages: readonly number[]): string {
  const where = pages.length > 0 ? `第 ${pages.join('、')} 页` : '文件里';
  return `${where}有数据已损坏，读出的文字可能不全或不对；请重新下载或复制一次，或用 PDF 软件打开后重新保存`;
}
