/** In a process of the desk: what it says to the desk. */
import type { ChildAnswer } from './run-child.ts';

/** Milliseconds between two counts. */
const BETWEEN = 100;

interface Answers {
  phase: (label: string, total: number) => void;
  step: () => void;
  /** The last answer: the process ends. */
  end: (answer: ChildAnswer) => void;
}

export function answerDesk(): Answers {
  const say = (value: ChildAnswer): void => {
    process.send?.(value);
  };
  // Nobody would see what it does once the desk is gone.
  process.once('disconnect', () => process.exit(1));
  let done = 0;
  let sent = 0;
  return {
    phase: (label, total) => {
      done = 0;
      say({ kind: 'phase', label, total });
    },
    step: () => {
      done += 1;
      if (performance.now() - sent < BETWEEN) return;
      sent = performance.now();
      say({ kind: 'steps', done });
    },
    end: (answer) => {
      process.removeAllListeners('disconnect');
      say(answer);
      process.disconnect();
    },
  };
}
