import { expect, test } from 'vitest';
import { FLOOR, HUGO, INDEX, OURS, PAGEFIND } from '../../../../../scripts/bench/site-builds/contenders.ts';
import { describeProvince } from '../../../../../scripts/bench/site-builds/describe-province.ts';
import { describeGrowth, describeSize } from '../../../../../scripts/bench/site-builds/describe-results.ts';
import { growthExponent, pairedRatio } from '../../../../../scripts/bench/figures.ts';
import type { Measured } from '../../../../../scripts/bench/site-builds/measured.ts';

const cost = (wallSeconds: number) => ({ wallSeconds, cpuSeconds: 2 * wallSeconds, peakMegabytes: 100 });

/** A build that takes a second for 100 projects. */
function measured(size: number, parts: Partial<Measured> = {}): Measured {
  return {
    size,
    costs: new Map([[OURS, [cost(size / 100)]]]),
    timings: [{ parse: 500, peakMegabytes: 90 }],
    output: {
      pages: 3 * size,
      projectPage: { raw: 20_000, gzipped: 6_000 },
      heaviest: { path: '2026/index.html', gzipped: 20_000 },
      files: { count: 10 * size, bytes: 100_000 * size, indexBytes: 4_000 * size },
    },
    firstQueries: [{ bytes: 90_000 + 20 * size, requests: 10, milliseconds: 300 }],
    edit: null,
    ...parts,
  };
}

test('proportional growth has the exponent 1, a constant has 0', () => {
  expect(growthExponent([1000, 2000, 5000].map((x) => [x, 3 * x]))).toBeCloseTo(1);
  expect(growthExponent([1000, 2000, 5000].map((x) => [x, x ** 1.5]))).toBeCloseTo(1.5);
  const text = describeGrowth([7, 1000, 10_000].map((size) => measured(size))).join('\n');
  expect(text).toContain('| 1000 to 10000 | 1.00 | 1.00 | 0.00 |');
  expect(text).toContain('| fitted over 2 sizes from 1000 | 1.00 | 1.00 | 0.00 |');
  expect(text).not.toContain('NaN');
});

test('one size has no growth', () => {
  expect(describeGrowth([measured(1000)])).toEqual([]);
});

test('ratios compare figures of the same round', () => {
  // The machine was slow in the second: medians of each alone would say 1.
  expect(pairedRatio([1, 20, 2], [2, 40, 1])).toBe(0.5);
});

test('a row compares its cost with the peers', () => {
  const costs: Measured['costs'] = new Map([
    [OURS, [cost(10), cost(20), cost(12)]],
    [INDEX, [cost(2), cost(6), cost(3)]],
    [PAGEFIND, [cost(4), cost(8), cost(4)]],
    [HUGO, [cost(5), cost(10), cost(4)]],
    [FLOOR, [cost(1), cost(1), cost(1)]],
  ]);
  const text = describeSize(measured(2000, { costs })).join('\n');
  expect(text).toContain(`| ${OURS} | 12.0 (10.0-20.0) | 24.0 (20.0-40.0) | 100 | 500 | 2.0x | 12.0x |`);
  expect(text).toContain(`| ${HUGO} | 5.0 (4.0-10.0) | 10.0 (8.0-20.0) | 100 | 400 | 1.0x | 5.0x |`);
  expect(text).toContain("takes 0.75x the time of Pagefind's CLI, and 100 MB");
});

test('a province is extrapolated proportionally, its first search linearly from two sizes', () => {
  const text = describeProvince([measured(7), measured(1000), measured(10_000)]).join('\n');
  // 0.02 s of a processor a project, 100 kB, 10 files, 4 kB of index; 90 kB and 20 bytes a project.
  expect(text.split('\n').slice(-7)).toEqual([
    '| 项目 | 10 万 | 100 万 |',
    '| --- | --- | --- |',
    '| 机时（处理器分钟） | 33 | 333 |',
    '| 全部文件 | 10.0 GB | 100 GB |',
    '| 文件数 | 约 100 万 | 约 1,000 万 |',
    '| 搜索索引 | 400 MB | 4.0 GB |',
    '| 读者第一次搜索 | 2.1 MB | 20.1 MB |',
  ]);
});

test('a handful of projects is not extrapolated', () => {
  expect(describeProvince([measured(7), measured(50)])).toEqual([]);
});
