import { expect, test } from 'vitest';
import { describeProgress, showProgress } from '../../../src/build/show-progress.ts';

test.each([
  ['what can not be counted has no numbers', 0, 0, 5000, '生成页面…'],
  ['nothing is done yet', 1000, 0, 5000, '生成页面 0/1000'],
  ['too little is done to tell how long the rest takes', 1000, 19, 5000, '生成页面 19/1000'],
  ['a part is done', 1000, 20, 1000, '生成页面 20/1000，约剩 49 秒'],
  ['the rest takes less than two minutes', 1000, 500, 119_000, '生成页面 500/1000，约剩 119 秒'],
  ['the rest takes two minutes', 1000, 500, 120_000, '生成页面 500/1000，约剩 2 分钟'],
  ['the rest takes minutes', 1000, 100, 20_000, '生成页面 100/1000，约剩 3 分钟'],
  ['the last is done', 1000, 1000, 20_000, '生成页面 1000/1000，约剩 0 秒'],
])('%s', (_name, total, done, ms, words) => {
  expect(describeProgress({ label: '生成页面', total, done, ms })).toBe(words);
});

/** A build whose clock is set by hand, and what it shows. */
function aBuild({ isTTY = false, isSilent = false }) {
  const written: string[] = [];
  let clock = 5000;
  const out = { isTTY, write: (text: string) => written.push(text) };
  const progress = showProgress({ isSilent, out, now: () => clock });
  /** What is written while so many milliseconds pass and something is done. */
  const after = (ms: number, act: () => void) => {
    clock += ms;
    act();
    return written.splice(0).join('|');
  };
  return { progress, after };
}

const AWAY = '\r\u001B[K';

test('a log says nothing of the first two seconds, and then a line every ten', () => {
  const { progress, after } = aBuild({});
  const step = () => {
    progress.step();
  };
  expect(
    after(1000, () => {
      progress.phase('生成页面', 100);
    }),
  ).toBe('');
  expect([after(999, step), after(1, step), after(9999, step), after(1, step)]).toEqual([
    ...['', '生成页面 2/100，约剩 49 秒\n', '', '生成页面 4/100，约剩 5 分钟\n'],
  ]);
});

test('a new phase begins to count anew', () => {
  const { progress, after } = aBuild({});
  progress.phase('生成页面', 2);
  progress.step();
  const next = () => {
    progress.phase('核对内容', 4);
  };
  expect(after(2000, next)).toBe('核对内容 0/4\n');
  expect(
    after(10_000, () => {
      progress.step();
    }),
  ).toBe('核对内容 1/4，约剩 30 秒\n');
});

test('a terminal has a bar, ten times a second, that is as long as what is done', () => {
  const { progress, after } = aBuild({ isTTY: true });
  const step = () => {
    progress.step();
  };
  expect(
    after(2000, () => {
      progress.phase('生成页面', 4);
    }),
  ).toBe(`${AWAY}${'░'.repeat(24)} 生成页面 0/4`);
  expect([after(99, step), after(1, step)]).toEqual([
    '',
    `${AWAY}${'█'.repeat(12)}${'░'.repeat(12)} 生成页面 2/4，约剩 1 秒`,
  ]);
});

test('a phase that can not be counted has an empty bar', () => {
  const { progress, after } = aBuild({ isTTY: true });
  const phase = () => {
    progress.phase('读取内容', 0);
  };
  expect(after(2000, phase)).toBe(`${AWAY}${'░'.repeat(24)} 读取内容…`);
});

test('the end takes the bar away; a log has none', () => {
  const [terminal, log] = [aBuild({ isTTY: true }), aBuild({})];
  expect(terminal.after(1, terminal.progress.end)).toBe(AWAY);
  expect(log.after(1, log.progress.end)).toBe('');
});

test('a silent build shows nothing', () => {
  const { progress, after } = aBuild({ isTTY: true, isSilent: true });
  const phase = () => {
    progress.phase('生成页面', 4);
  };
  expect([after(9000, phase), after(9000, progress.step), after(0, progress.end)]).toEqual(['', '', '']);
});
