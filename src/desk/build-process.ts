/** The process that builds the site for the desk: it can be stopped at any moment, and the published site stays. */
import { buildSite } from '../build/build-site.ts';
import type { BuildOptions } from '../build/build-options.ts';
import { describeFailure } from '../build/publish/describe-failure.ts';

/** What the process says. */
export type BuildAnswer =
  | { kind: 'phase'; label: string; total: number }
  | { kind: 'steps'; done: number }
  | { kind: 'built' }
  | { kind: 'failed'; message: string };

/** Milliseconds between two counts. */
const BETWEEN = 100;

const answer = (value: BuildAnswer): void => {
  process.send?.(value);
};
// Nobody would see what it does once the desk is gone.
process.once('disconnect', () => process.exit(1));
const options = JSON.parse(process.argv[2] ?? '') as BuildOptions;
let done = 0;
let sent = 0;
try {
  await buildSite(options, {
    progress: {
      phase: (label, total) => {
        done = 0;
        answer({ kind: 'phase', label, total });
      },
      step: () => {
        done += 1;
        if (performance.now() - sent < BETWEEN) return;
        sent = performance.now();
        answer({ kind: 'steps', done });
      },
      end: () => undefined,
    },
  });
  answer({ kind: 'built' });
} catch (error) {
  answer({ kind: 'failed', message: describeFailure(error, '没有做完；已经公开的网站没有变。') });
}
process.disconnect();
