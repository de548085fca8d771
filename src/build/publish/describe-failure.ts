import { ADVICE } from '../../cache/system-advice.ts';

/**
 * A failure in words: what is wrong, what to do, and what has not changed.
 *
 * @param unchanged A Chinese sentence: what was not done, and what is as it was.
 */
export function describeFailure(error: unknown, unchanged = '没有发布；上一次发布的网站不变。'): string {
  if (!(error instanceof Error)) return String(error);
  // By name: Astro loads the class a second time.
  if (['ContentError', 'ConservationError', 'OutputError'].includes(error.name)) return error.message;
  const system = findSystemError(error);
  const advice = system && ADVICE[system.code];
  if (system === undefined || advice === undefined) return error.stack ?? error.message;
  return `${unchanged}${advice}\n${system.path ?? ''} ${system.message}`;
}

/** Whether a disk, or this user's part of it, is full. */
export function isDiskFull(error: unknown): boolean {
  const code = error instanceof Error ? findSystemError(error)?.code : undefined;
  return code === 'ENOSPC' || code === 'EDQUOT';
}

interface SystemError {
  code: string;
  message: string;
  path?: string | undefined;
}

/** The error itself, the one that caused it, or one of which only words are left. */
function findSystemError(error: Error): SystemError | undefined {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    const { code, path } = cause as NodeJS.ErrnoException;
    if (code !== undefined && code in ADVICE) return { code, path, message: cause.message };
  }
  const code = /\b(?:ENOSPC|EDQUOT|EACCES|EROFS|EMFILE)\b/.exec(error.message)?.[0] ?? codeOf(error.message);
  return code === undefined ? undefined : { code, message: error.message };
}

/** Pagefind is another program; its errors hold the system's error numbers. */
function codeOf(message: string): string | undefined {
  const number = /os error (\d+)/.exec(message)?.[1];
  return number === undefined
    ? undefined
    : { 13: 'EACCES', 28: 'ENOSPC', 30: 'EROFS', 122: 'EDQUOT' }[number];
}
