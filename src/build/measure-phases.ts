import { writeFileSync } from 'node:fs';

/** The parts of a build that are measured apart. */
type Phase = 'parse' | 'store' | 'bundle' | 'paths' | 'render' | 'write' | 'sums' | 'check' | 'index';

export interface Phases {
  /** Runs something that belongs to a phase, and adds its time. */
  in: <Result>(phase: Phase, run: () => Result) => Result;
  add: (phase: Phase, ms: number) => void;
  /** Milliseconds by phase. */
  read: () => Partial<Record<Phase, number>>;
}

export function measurePhases(): Phases {
  const spent: Partial<Record<Phase, number>> = {};
  const add = (phase: Phase, ms: number) => {
    spent[phase] = (spent[phase] ?? 0) + ms;
  };
  return {
    in(phase, run) {
      const start = performance.now();
      const result = run();
      if (result instanceof Promise) {
        const settle = () => {
          add(phase, performance.now() - start);
        };
        result.then(settle, settle);
      } else add(phase, performance.now() - start);
      return result;
    },
    add,
    read: () => spent,
  };
}

/** Milliseconds by phase, of the processor and of all, and the most memory that was held, as JSON for the benchmark. */
export function writeTimings(path: string, phases: Phases): void {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  const timings = {
    ...phases.read(),
    total: performance.now(),
    cpu: (userCPUTime + systemCPUTime) / 1000,
    peakMegabytes: Math.round(maxRSS / 1024),
  };
  writeFileSync(path, JSON.stringify(timings));
}
