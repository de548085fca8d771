/** The worker that the page `/check/` reads in, so that it never blocks the page: receives requests, posts replies. */
import './fill-in-builtins.ts';
import { ImportError } from '../import/import-error.ts';
import { checkInput, type CheckOptions, type CheckResult } from './check-input.ts';
import type { CheckInput } from './read-input.ts';

/** What the page posts. */
export interface CheckRequest extends CheckOptions {
  input: CheckInput;
}
/** What the page gets: what is being read now, the result, or why there is none. */
export type CheckReply =
  | { kind: 'part'; name: string }
  | { kind: 'checked'; result: CheckResult }
  /** The message is Chinese, for staff. */
  | { kind: 'refused'; message: string };

const answer = (reply: CheckReply): void => {
  postMessage(reply);
};

addEventListener('message', ({ data: { input, ...options } }: MessageEvent<CheckRequest>) => {
  checkInput(input, options, (name) => {
    answer({ kind: 'part', name });
  }).then(
    (result) => {
      answer({ kind: 'checked', result });
    },
    (error: unknown) => {
      if (error instanceof ImportError) answer({ kind: 'refused', message: error.message });
      // The page says that something went wrong; the error itself is for whoever looks at the console.
      else
        setTimeout(() => {
          throw error;
        });
    },
  );
});
