import { expect, test } from 'vitest';
import { describeProgress } from '../../../src/build/show-progress.ts';

test.each([
  ['what can not be counted has no numbers', 0, 0, 5000, '生成页面…'],
  ['nothing is done yet', 1000, 0, 5000, '生成页面 0/1000'],
  ['too little is done to tell how long the rest takes', 1000, 19, 5000, '生成页面 19/1000'],
  ['a part is done', 1000, 20, 1000, '生成页面 20/1000，约剩 49 秒'],
  ['the rest takes minutes', 1000, 100, 20_000, '生成页面 100/1000，约剩 3 分钟'],
  ['the last is done', 1000, 1000, 20_000, '生成页面 1000/1000，约剩 0 秒'],
])('%s', (_name, total, done, ms, words) => {
  expect(describeProgress({ label: '生成页面', total, done, ms })).toBe(words);
});
