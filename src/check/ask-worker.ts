/**
 * In: what somebody pasted, or a file.
 * Out: the answer of a worker, within limits. A new question ends the one before.
 */
import type { CheckReply, CheckRequest } from './check-worker.ts';

/** Milliseconds from one part of a file to the next, such as a page of a PDF; most files take less than a second. */
const LONGEST = 30_000;
const TOO_LONG = '读了半分钟还没有读完，已经停下；请把要公开的表另存为一个新文件';
const FAILED =
  '没有读成：文件可能已损坏，或者这个浏览器太旧（要 2023 年以后的）。请换一个浏览器，或用办公软件另存一次再试';

/** What a question came to; `replaced`: another was asked meanwhile. */
export type CheckAnswer = Exclude<CheckReply, { kind: 'part' }> | { kind: 'replaced' };

let idle: Worker | null = null;
let stopBusy: (() => void) | null = null;

/** Loads what the first question needs, so that it needs no network. */
export function warmUp(): void {
  idle ??= startWorker();
}

/** Never rejects. @param onPart Called with what is being read now. */
export async function ask(request: CheckRequest, onPart: (name: string) => void): Promise<CheckAnswer> {
  stopBusy?.();
  const worker = idle ?? startWorker();
  idle = null;
  if (!worker) return { kind: 'refused', message: FAILED };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const answer = await new Promise<CheckAnswer>((resolve) => {
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        resolve({ kind: 'refused', message: TOO_LONG });
      }, LONGEST);
    };
    stopBusy = () => {
      resolve({ kind: 'replaced' });
    };
    worker.onmessage = ({ data }: MessageEvent<CheckReply>) => {
      if (data.kind !== 'part') resolve(data);
      else {
        wait();
        onPart(data.name);
      }
    };
    worker.onerror = () => {
      resolve({ kind: 'refused', message: FAILED });
    };
    wait();
    worker.postMessage(request);
  });
  clearTimeout(timer);
  if (answer.kind === 'checked') idle = worker;
  else worker.terminate();
  if (answer.kind !== 'replaced') stopBusy = null;
  return answer;
}

/** Null: the browser has no workers of modules. */
function startWorker(): Worker | null {
  try {
    return new Worker(new URL('./check-worker.ts', import.meta.url), { type: 'module' });
  } catch {
    return null;
  }
}
