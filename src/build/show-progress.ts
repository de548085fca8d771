/** Shows how far a build is: a bar on a terminal, a plain line now and then elsewhere, nothing for a build of two seconds. */

/** A build shorter than this says nothing but its result. */
const QUIET_MS = 2000;
/** Between two updates, on a terminal and in a log. */
const BAR_MS = 100;
const LINE_MS = 10_000;
const BAR_WIDTH = 24;

export interface Progress {
  /** A new phase of so many steps; 0 where they can't be counted. */
  phase: (label: string, total: number) => void;
  step: () => void;
  /** Takes the bar away. */
  end: () => void;
}

interface Shown {
  isSilent: boolean;
  /** Where it is shown: a terminal or a log. */
  out?: { isTTY?: boolean; write: (text: string) => unknown };
  /** Milliseconds. */
  now?: () => number;
}

export function showProgress({
  isSilent,
  out = process.stdout,
  now = () => performance.now(),
}: Shown): Progress {
  const interval = out.isTTY ? BAR_MS : LINE_MS;
  const start = now();
  let [label, total, done] = ['', 0, 0];
  let phaseStart = start;
  let shown = start + QUIET_MS - interval;
  return {
    phase(newLabel, newTotal) {
      [label, total, done] = [newLabel, newTotal, 0];
      phaseStart = now();
      show(phaseStart);
    },
    step() {
      done += 1;
      show(now());
    },
    end() {
      if (!isSilent && out.isTTY) out.write('\r\u001B[K');
    },
  };

  function show(time: number): void {
    if (isSilent || time - shown < interval) return;
    shown = time;
    const line = describeProgress({ label, total, done, ms: time - phaseStart });
    if (!out.isTTY) out.write(`${line}\n`);
    else out.write(`\r\u001B[K${bar(total === 0 ? 0 : done / total)} ${line}`);
  }
}

/** From this share on the rest is taken to be as fast as what is done: the first pages are of whole sites, and slow. */
const TELLING = 0.02;

/** `生成页面 1200/3068，约剩 12 秒`. */
export function describeProgress(state: { label: string; total: number; done: number; ms: number }): string {
  const { label, total, done, ms } = state;
  if (total === 0) return `${label}…`;
  const count = `${label} ${done}/${total}`;
  if (done < total * TELLING) return count;
  const seconds = Math.ceil(((ms / done) * (total - done)) / 1000);
  return `${count}，约剩 ${seconds < 120 ? `${seconds} 秒` : `${Math.ceil(seconds / 60)} 分钟`}`;
}

function bar(share: number): string {
  const full = Math.round(share * BAR_WIDTH);
  return '█'.repeat(full) + '░'.repeat(BAR_WIDTH - full);
}
