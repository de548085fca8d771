import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { measurePhases, writeTimings } from '../../../src/build/measure-phases.ts';
import { tempFolders } from '../../helpers/temp-folders.ts';

const work = (ms: number) => {
  const end = performance.now() + ms;
  while (performance.now() < end);
};

test('times of a phase add up, and what was run gives its result', () => {
  const phases = measurePhases();
  expect(phases.read()).toEqual({});
  phases.add('index', 5);
  phases.add('index', 7);
  const start = performance.now();
  const result = phases.in('parse', () => {
    work(3);
    return '甲';
  });
  const passed = performance.now() - start;
  expect(result).toBe('甲');
  const { index, parse = 0 } = phases.read();
  expect(index).toBe(12);
  expect(parse).toBeGreaterThan(2.5);
  expect(parse).toBeLessThanOrEqual(passed);
});

test.each([
  ['kept', () => setTimeout(5)],
  [
    'broken',
    async () => {
      await setTimeout(5);
      throw new Error('broken');
    },
  ],
])('a promise is measured until it is %s', async (_name, run) => {
  const phases = measurePhases();
  const start = performance.now();
  const running = phases.in('render', run);
  expect(phases.read()).toEqual({});
  await running.catch(() => undefined);
  await setTimeout(0);
  const { render = 0 } = phases.read();
  expect(render).toBeGreaterThan(4);
  expect(render).toBeLessThanOrEqual(performance.now() - start);
});

test('timings are written with those of the process, in milliseconds and megabytes', () => {
  const phases = measurePhases();
  phases.add('check', 4);
  const path = join(tempFolders()(), 'timings.json');
  const before = process.resourceUsage();
  writeTimings(path, phases);
  const { check, total, cpu, peakMegabytes, ...others } = JSON.parse(readFileSync(path, 'utf8')) as Record<
    string,
    number
  >;
  expect([check, others]).toEqual([4, {}]);
  expect(total).toBeGreaterThan(0);
  const spent = (before.userCPUTime + before.systemCPUTime) / 1000;
  expect(cpu).toBeGreaterThanOrEqual(spent);
  expect(cpu).toBeLessThan(spent + 2000);
  expect(peakMegabytes).toBeGreaterThanOrEqual(Math.round(before.maxRSS / 1024));
  expect(peakMegabytes).toBeLessThan(before.maxRSS / 1024 + 200);
});
