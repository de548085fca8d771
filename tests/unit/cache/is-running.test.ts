import { expect, test } from 'vitest';
import { isRunning } from '../../../src/cache/is-running.ts';

test('this process runs, also one of somebody else; a number that no process has does not', () => {
  expect(isRunning(process.pid)).toBe(true);
  expect(isRunning(1)).toBe(true);
  expect(isRunning(2 ** 30)).toBe(false);
});
